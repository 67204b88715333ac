import { addDays } from '#lib/domain/calendar-date.ts'
import { applyChange, type CapacityChange, daysOfChange } from '#lib/domain/capacity-change.ts'
import { type PlannedPicture, pictureOf } from '#lib/domain/change-picture.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { faultsOfChange } from '#lib/domain/lane-fault.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { hashChange } from './hash-change.ts'
import { type Days, type Queryable, readOfficePlan } from './plan.sql.ts'
import { readSeats } from './seats.sql.ts'

/** As far ahead as there are seats: the longest booking horizon, and the windows of divorce cases. */
const DAYS_AHEAD = 120

/** What a change would do at this moment. */
export interface DrawnPicture {
  readonly planned: PlannedPicture
  readonly hash: string
  /** Which days have to be planned anew. */
  readonly days: Days | undefined
}

/**
 * What a change would do, from the rows as this connection sees them; the same behind the preview and behind the act. Refuses
 * `invalid-input` with everything that is wrong with the change itself, and `not-allowed` with `changed-meanwhile` when
 * the lane or the closure is another one by now.
 */
export async function drawPicture(
  queryable: Queryable,
  wish: { readonly officeId: string; readonly change: CapacityChange; readonly now: Date },
): Promise<Result<DrawnPicture>> {
  const { officeId, change, now } = wish
  const today = shanghaiToday(now)
  const faults = faultsOfChange(change, today)
  if (faults.length > 0) return refuse('invalid-input', faults)
  const before = await readOfficePlan(queryable, officeId, today)
  const stale = refuseStale(before.lanes, before.closures, change)
  if (stale) return stale
  const days = daysOfChange(before, change, { from: today, until: addDays(today, DAYS_AHEAD) })
  // Limits take nothing from anybody: they count when somebody books.
  if (!days || change.kind === 'quotas') return accept({ planned: NOTHING, hash: hashChange(NOTHING), days })
  const planned = pictureOf({
    before,
    after: applyChange(before, change),
    calendar: await readCalendar(queryable),
    period: days,
    seats: await readSeats(queryable, officeId, days),
    now,
  })
  return accept({ planned, hash: hashChange(planned), days })
}

const NOTHING: PlannedPicture = { days: [], affected: [], keptCases: [] }

function refuseStale(
  lanes: readonly { readonly id: string; readonly version: number }[],
  closures: readonly { readonly id: string }[],
  change: CapacityChange,
) {
  const stale = () => refuse('not-allowed', [{ path: 'change', reason: 'changed-meanwhile' }])
  if (change.kind === 'reopening')
    return closures.some(({ id }) => id === change.closureId) ? undefined : stale()
  const laneId = change.kind === 'new-lane' || change.kind === 'quotas' ? undefined : change.laneId
  if (laneId === undefined) return undefined
  const lane = lanes.find(({ id }) => id === laneId)
  if (!lane) return refuse('not-found')
  return change.kind === 'lane' && lane.version !== change.version ? stale() : undefined
}
