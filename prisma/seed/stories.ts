import { DEFAULT_POLICY, partnerDeadline } from '#lib/domain/booking-policy.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { demoPerson } from './demo-people.ts'
import type { PlannedAppointment } from './planned-appointment.ts'
import { laneId } from './plant-places.ts'
import { type PlantedSlot, takeSeatOf } from './planted-slots.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type RuleSetOf = (service: Service, on: CalendarDate) => string

/** The couples whom a visitor of the demo can be: one waits, one is confirmed, one has cancelled, one was there. */
export function tellStories(
  slots: readonly PlantedSlot[],
  ruleSetOf: RuleSetOf,
  today: CalendarDate,
  now: Date,
): PlannedAppointment[] {
  const slotOf = (officeId: string, place: number, startTime: string) =>
    chooseSlot(slots, laneId(officeId, 'marriage'), today, place, startTime)
  const marriage = (slot: PlantedSlot, one: string, other: string, createdAt: Date) => ({
    slot,
    service: 'MARRIAGE' as const,
    pool: 'public' as const,
    people: [demoPerson(one), demoPerson(other)],
    ruleSetId: ruleSetOf('MARRIAGE', slot.date),
    createdAt,
  })
  const ago = (time: number) => new Date(now.getTime() - time)

  const waiting = slotOf('chengdu-jinjiang', 6, '10:00')
  const confirmed = slotOf('guangming', 5, '09:30')
  const cancelled = slotOf('xian-weiyang', 4, '14:30')
  const past = slotOf('xian-weiyang', -3, '10:15')
  const pastBooked = new Date(instantAt(past.date, past.startTime).getTime() - 9 * DAY)

  for (const slot of [waiting, confirmed, past]) takeSeatOf(slot, 'public')
  return [
    {
      ...marriage(waiting, 'waiting-1', 'waiting-2', ago(2 * HOUR)),
      status: 'awaiting-partner',
      heldUntil: partnerDeadline(DEFAULT_POLICY, waiting.date, waiting.startTime, ago(2 * HOUR)),
    },
    {
      ...marriage(confirmed, 'confirmed-1', 'confirmed-2', ago(4 * DAY)),
      status: 'confirmed',
      confirmedAt: ago(4 * DAY - 3 * HOUR),
    },
    {
      ...marriage(cancelled, 'cancelled-1', 'cancelled-2', ago(5 * DAY)),
      status: 'cancelled',
      confirmedAt: ago(5 * DAY - HOUR),
      endedAt: ago(DAY),
      endReason: 'by-party',
    },
    {
      ...marriage(past, 'past-1', 'past-2', pastBooked),
      status: 'confirmed',
      confirmedAt: new Date(pastBooked.getTime() + 2 * HOUR),
    },
  ]
}

/** The slot of a time on the n-th open day of a lane from tomorrow (0), or before today (-1 is the latest). */
function chooseSlot(
  slots: readonly PlantedSlot[],
  lane: string,
  today: CalendarDate,
  place: number,
  startTime: string,
): PlantedSlot {
  const inTime = slots.filter(
    (slot) => slot.laneId === lane && slot.startTime === startTime && slot.publicFree > 0,
  )
  const side = inTime.filter((slot) => (place < 0 ? slot.date < today : slot.date > today))
  const chosen = side.at(place)
  if (!chosen) throw new Error(`the demo world has no slot at ${startTime} in ${lane}`)
  return chosen
}
