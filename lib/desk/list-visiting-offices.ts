import type { Pool } from '#lib/db/pool.ts'
import { HOME_VISIT_SERVICES } from '#lib/domain/home-visit.ts'
import { readVisitingOffices, type VisitingOffice } from './home.sql.ts'

/** The offices whose clerks come to people's homes, for everybody to see. */
export function listVisitingOffices(pool: Pool): Promise<VisitingOffice[]> {
  return readVisitingOffices(pool, HOME_VISIT_SERVICES)
}
