import { type LanePlan, type Period, type Queryable, readLanePlans } from './materialise-slots.sql.ts'

/** No office has more lanes. */
const MOST_LANES = 200

/** The lanes of one office with all that decides about their times in a period, as the slots are made from them. */
export function loadLanePlans(queryable: Queryable, officeId: string, period: Period): Promise<LanePlan[]> {
  return readLanePlans(queryable, period, { officeIds: [officeId], most: MOST_LANES })
}
