import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { chance } from './chance.ts'
import { syntheticPerson } from './factories/synthetic-person.ts'
import { OFFICES } from './offices/all-offices.ts'
import type { LanePlan } from './offices/office-plan.ts'
import type { PlannedAppointment } from './planned-appointment.ts'
import { laneId } from './plant-places.ts'
import { type PlantedSlot, takeSeatOf } from './planted-slots.ts'

// The demo people have the numbers below; tests take theirs far above.
const FIRST_PERSON = 10_000
const HOUR = 3_600_000

type RuleSetOf = (service: Service, on: CalendarDate) => string

/**
 * Appointments of people whom nobody will meet, so that calendars look lived-in: the next days busy, later ones nearly
 * empty, some booked out and some all but. Booked online and, from the other share, by phone.
 */
export function everydayBookings(
  slots: readonly PlantedSlot[],
  ruleSetOf: RuleSetOf,
  today: CalendarDate,
  now: Date,
): PlannedAppointment[] {
  const drawPeople = peopleFrom(FIRST_PERSON)
  const planned: PlannedAppointment[] = []
  for (const [key, daySlots] of dayByDay(slots, today)) {
    const { lane, place } = key
    for (const { slot, pool } of seatsToTake(daySlots, lane, place)) {
      if (!takeSeatOf(slot, pool)) continue
      const service = serviceFor(lane, slot, planned.length)
      const createdAt = new Date(now.getTime() - HOUR * (3 + Math.floor(chance('age', planned.length) * 150)))
      planned.push({
        slot,
        service,
        pool,
        status: 'confirmed',
        people: drawPeople(SERVICE_FACTS[service].parties),
        ruleSetId: ruleSetOf(service, slot.date),
        createdAt,
        confirmedAt: new Date(createdAt.getTime() + HOUR),
      })
    }
  }
  return planned
}

interface LaneDay {
  readonly lane: LanePlan
  /** 0 is the lane's first open day from tomorrow, -1 today. */
  readonly place: number
}

/** The slots of each lane and day from today on. */
function* dayByDay(
  slots: readonly PlantedSlot[],
  today: CalendarDate,
): Generator<[LaneDay, readonly PlantedSlot[]]> {
  const lanes = new Map(
    OFFICES.flatMap((office) => office.lanes.map((lane) => [laneId(office.id, lane.word), lane])),
  )
  const byLane = Map.groupBy(
    slots.filter((slot) => slot.date >= today),
    (slot) => slot.laneId,
  )
  for (const [id, laneSlots] of byLane) {
    const lane = lanes.get(id)
    if (!lane) continue
    const days = [...Map.groupBy(laneSlots, (slot) => slot.date)]
    const first = days[0]?.[0] === today ? -1 : 0
    for (const [index, [, daySlots]] of days.entries()) yield [{ lane, place: index + first }, daySlots]
  }
}

type Seat = { readonly slot: PlantedSlot; readonly pool: 'public' | 'staff' }

function seatsToTake(slots: readonly PlantedSlot[], lane: LanePlan, place: number): Seat[] {
  const seats = slots.flatMap((slot) => [...seatsOf(slot, 'public'), ...seatsOf(slot, 'staff')])
  const online = seats.filter((seat) => seat.pool === 'public')
  const byPhone = seats.filter((seat) => seat.pool === 'staff')
  if (lane.fullDays?.includes(place)) return [...online, ...some(byPhone, 0.5)]
  if (lane.nearlyFullDays?.includes(place)) return [...allButTwo(online), ...some(byPhone, 0.4)]
  const share = 0.03 + 0.16 * Math.exp(-Math.max(place, 0) / 3)
  return [...some(online, share), ...some(byPhone, share / 2)]
}

function seatsOf(slot: PlantedSlot, pool: Seat['pool']): Seat[] {
  const free = pool === 'public' ? slot.publicFree : slot.staffFree
  return Array.from({ length: free }, () => ({ slot, pool }))
}

function some(seats: readonly Seat[], share: number): Seat[] {
  return seats.filter(
    ({ slot, pool }, index) => chance(slot.laneId, slot.date, slot.startTime, pool, index) < share,
  )
}

function allButTwo(seats: readonly Seat[]): Seat[] {
  const late = Math.floor(seats.length * 0.7)
  return seats.filter((_, index) => index !== late && index !== seats.length - 1)
}

function serviceFor(lane: LanePlan, slot: PlantedSlot, index: number): Service {
  const open = lane.services.filter((service) => !SERVICE_FACTS[service].needsCase)
  const service = open[Math.floor(chance('service', slot.startTime, index) * open.length)]
  if (!service) throw new Error(`nothing can be booked in the lane ${lane.word}`)
  return service
}

/** Hands out people who were never handed out before; two of them are a man and a woman. */
function peopleFrom(first: number): (count: 1 | 2) => PartyFacts[] {
  let next = first
  return (count) => {
    const people = Array.from({ length: count }, (_, index) => syntheticPerson(next + index))
    next += 2
    return people
  }
}
