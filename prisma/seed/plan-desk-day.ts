import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import { DESK_LANES, DESK_OFFICES, DESK_STORIES, deskHours, storyTime } from './desk-day-plan.ts'
import { syntheticPerson } from './factories/synthetic-person.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { localized } from './localized.ts'
import type { PlannedAppointment } from './planned-appointment.ts'
import { laneId } from './plant-places.ts'
import { type PlantedSlot, takeSeatOf } from './planted-slots.ts'

// Above the people of the demo, below everybody else.
const FIRST_PERSON = 9_000
const DAY = 86_400_000

const LANE_OF = { MARRIAGE: 'marriage', DIVORCE_APPLICATION: 'divorce' } as const

/** Opens the desks of the demo on the day it is planted, also on a rest day; nothing of it is offered to the public. */
export async function plantDeskHours(connection: Connection, now: Date): Promise<void> {
  const hours = deskHours(now)
  await insertRows(
    connection,
    'service_day',
    DESK_OFFICES.flatMap((officeId) =>
      DESK_LANES.map((word) => ({
        id: `${laneId(officeId, word)}-desk-day`,
        lane_id: laneId(officeId, word),
        ...hours,
        windows: 3,
        public_percent: 0,
        reason: localized('演示当天', '演示當天', 'The day of the demo'),
      })),
    ),
  )
}

/** Whether a slot belongs to the day that is told here. */
export function isOfDeskDay(slot: PlantedSlot, today: CalendarDate): boolean {
  const lanes = DESK_OFFICES.flatMap((officeId) => DESK_LANES.map((word) => laneId(officeId, word)))
  return slot.date === today && lanes.includes(slot.laneId)
}

/** The couples of today at the desks of the demo, as they booked some days ago. */
export function deskDayBookings(
  slots: readonly PlantedSlot[],
  ruleSetOf: (service: Service, on: CalendarDate) => string,
  now: Date,
): PlannedAppointment[] {
  const { date } = deskHours(now)
  let person = FIRST_PERSON
  const createdAt = new Date(now.getTime() - 3 * DAY)
  return DESK_OFFICES.flatMap((officeId) =>
    DESK_STORIES.flatMap((story) => {
      const lane = laneId(officeId, LANE_OF[story.service])
      const startTime = storyTime(story, now)
      const slot = slots.find(
        (one) => one.laneId === lane && one.date === date && one.startTime === startTime,
      )
      const pool = slot && (['public', 'staff'] as const).find((share) => takeSeatOf(slot, share))
      if (!slot || !pool) return []
      const people = [syntheticPerson(person), syntheticPerson(person + 1)]
      person += 2
      return {
        slot,
        service: story.service,
        pool,
        status: 'confirmed',
        people,
        ruleSetId: ruleSetOf(story.service, date),
        createdAt,
        confirmedAt: new Date(createdAt.getTime() + DAY / 24),
      } satisfies PlannedAppointment
    }),
  )
}
