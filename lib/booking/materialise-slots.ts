import { type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { countsIn } from '#lib/domain/quota.ts'
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

const SLOTS_AT_ONCE = 5000
/** So many lanes are planned together: a whole nation does not fit into the memory of a process. */
const LANES_AT_ONCE = 50

/** What a run has changed. */
export interface Materialised {
  readonly added: number
  readonly changed: number
  readonly closed: number
}

/** For which lanes, and at which instant: without one, places that wait for their release are left out. */
interface MaterialWish {
  readonly service?: Service
  readonly officeIds?: readonly string[]
  readonly now?: Date
}

/**
 * Turns opening hours, service days, closures, quotas and the calendar into slots for the days `from` to `until` (the last
 * one included), for all lanes or those of a service or of some offices. Run again it changes nothing; run after a
 * change of the rules it brings the slots to the plan without touching a seat that is taken: a slot keeps at least its
 * taken seats, and one that is no longer planned is closed, never deleted. On a pool each handful of slots is a
 * transaction of its own, so that nobody who books waits for the rest of the nation.
 */
export async function materialiseSlots(
  queryable: Queryable,
  period: { readonly from: CalendarDate; readonly until: CalendarDate },
  wish: MaterialWish = {},
): Promise<Materialised> {
  const calendar = await readCalendar(queryable)
  const days = daysFrom(period.from, period.until)
  const done = { added: 0, changed: 0, closed: 0 }
  for (let after = ''; ; ) {
    const lanes = await readLanePlans(queryable, period, { ...wish, after, most: LANES_AT_ONCE })
    const slots = lanes.flatMap((lane) =>
      days.flatMap((day) => slotRows(lane, planSlots(lane, calendar, day, wish.now))),
    )
    done.closed += await closeUnplannedSlots(queryable, period, lanes, slots)
    for (let start = 0; start < slots.length; start += SLOTS_AT_ONCE) {
      const some = slots.slice(start, start + SLOTS_AT_ONCE)
      done.changed += await updateChangedSlots(queryable, some)
      done.added += await insertMissingSlots(queryable, some)
    }
    const last = lanes.at(-1)
    if (!last || lanes.length < LANES_AT_ONCE) return done
    after = last.id
  }
}

function slotRows(lane: LanePlan, slots: readonly PlannedSlot[]): SlotRow[] {
  const { id: laneId, officeId } = lane
  return slots.map((slot) => {
    const limited = lane.quotas.some((quota) => countsIn(quota, lane, slot.date))
    return { ...slot, laneId, officeId, limited }
  })
}
