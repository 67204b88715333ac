import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type KeptLane, type PlannedDay, readLanes, readPlannedDays } from './hours.sql.ts'
import { type DayMark, findPlaceOf, readDayMarks } from './week.sql.ts'

/** The days of an office that are planned one by one. */
export interface SpecialDays {
  readonly name: LocalizedText
  readonly lanes: readonly KeptLane[]
  readonly planned: readonly PlannedDay[]
  /** Holidays, days worked in exchange, closures and stopped days. */
  readonly marks: readonly DayMark[]
  readonly mayEdit: boolean
}

/** What is planned for single days from `from` to `until`, and what the calendar makes of them. */
export async function showSpecialDays(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly from: CalendarDate
    readonly until: CalendarDate
  },
): Promise<Result<SpecialDays>> {
  const { actor, officeId, from, until } = wish
  const place = await findPlaceOf(pool, officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'see-week', place)
  if (refusal) return refusal
  const [lanes, planned, marks] = await Promise.all([
    readLanes(pool, officeId),
    readPlannedDays(pool, { officeId, from, until }),
    readDayMarks(pool, { officeId, from, until }),
  ])
  return accept({
    name: place.name,
    lanes,
    planned,
    marks: marks.filter(({ kind }) => kind !== 'special'),
    mayEdit: mayDo(actor.grants, 'edit-hours', place),
  })
}
