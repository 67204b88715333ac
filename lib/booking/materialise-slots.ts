import { type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import { type PlannedSlot, planSlots } from '#lib/domain/slot-plan.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import {
  closeUnplannedSlots,
  insertMissingSlots,
  type LanePlan,
  type Queryable,
  readLanePlans,
  type SlotRow,
  updateChangedSlots,
} from './materialise-slots.sql.ts'

const CHUNK = 5000

/** What a run has changed. */
export interface Materialised {
  readonly added: number
  readonly changed: number
  readonly closed: number
}

/**
 * Turns opening hours, service days, closures and the calendar into slots for the days `from` to `until` (the last one included), for
 * all lanes or those of one service. Run
 * again it changes nothing; run after a change of the rules it brings the slots to the plan without touching a seat that
 * is taken: a slot keeps at least its taken seats, and one that is no longer planned is closed, never deleted.
 */
export async function materialiseSlots(
  queryable: Queryable,
  period: { readonly from: CalendarDate; readonly until: CalendarDate },
  service?: Service,
): Promise<Materialised> {
  const [calendar, lanes] = [await readCalendar(queryable), await readLanePlans(queryable, period, service)]
  const days = daysFrom(period.from, period.until)
  const slots = lanes.flatMap((lane) => days.flatMap((day) => slotRows(lane, planSlots(lane, calendar, day))))
  const done = { added: 0, changed: 0, closed: await closeUnplannedSlots(queryable, period, lanes, slots) }
  for (let start = 0; start < slots.length; start += CHUNK) {
    const chunk = slots.slice(start, start + CHUNK)
    done.changed += await updateChangedSlots(queryable, chunk)
    done.added += await insertMissingSlots(queryable, chunk)
  }
  return done
}

function slotRows({ id, officeId }: LanePlan, slots: readonly PlannedSlot[]): SlotRow[] {
  return slots.map((slot) => ({ ...slot, laneId: id, officeId }))
}
