import { type Calendar, isRestDay } from './calendar.ts'
import { type CalendarDate, daysFrom } from './calendar-date.ts'
import type { OfficePlan } from './capacity-change.ts'
import { type ClockTime, instantAt } from './clock.ts'
import type { Service } from './service.ts'
import { planSlots } from './slot-plan.ts'

/** Where a seat is. */
interface SeatPlace {
  readonly laneId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
}

/** A seat that somebody has. */
export interface SeatTaken extends SeatPlace {
  /** `kept` for a divorce case; `returned` for the waiting list; `held` while somebody fills in the answers, or an offer waits. */
  readonly kind: 'appointment' | 'kept' | 'returned' | 'held'
  /** Of the appointment or the case. */
  readonly id: string
  readonly slotId: number
  readonly service: Service
  readonly bookedAt: Date
  /** The last day that the law leaves them. Civil Code art. 1077(2). */
  readonly latest?: CalendarDate | undefined
  /** Another change is still finding them a time, has found one, or lets them come on any day: it is not done twice. */
  readonly isInHand?: boolean
}

/** A couple whose time a change takes away. */
export interface AffectedCouple extends SeatPlace {
  readonly appointmentId: string
  readonly slotId: number
  readonly service: Service
  readonly latest?: CalendarDate | undefined
}

/** How many places a day has. */
export interface DayPlaces {
  readonly date: CalendarDate
  readonly before: number
  readonly after: number
  readonly gained: number
  readonly lost: number
}

/** What a change would do: the same before it is made and while it is. */
export interface PlannedPicture {
  /** Only days that differ. */
  readonly days: readonly DayPlaces[]
  /** Those bound by law first, then by time. */
  readonly affected: readonly AffectedCouple[]
  /** Cases whose kept seat gets another time inside their window by itself. */
  readonly keptCases: readonly string[]
}

/**
 * What becomes of the places and of those who have one when `before` turns into `after`. Of a time that loses places, those
 * who booked last lose theirs, and those whom the law binds only when there is nobody else; who was honoured beyond the
 * plan before is not counted again, unless the time ends for everybody, or its day becomes one of rest. Only times after
 * `now` count.
 */
export function pictureOf(facts: {
  readonly before: OfficePlan
  readonly after: OfficePlan
  readonly calendar: Calendar
  /** Of the after picture, where the calendar itself changes. */
  readonly calendarAfter?: Calendar
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate }
  /** Of the period only these days, where no other can differ. */
  readonly dates?: readonly CalendarDate[]
  readonly seats: readonly SeatTaken[]
  readonly now: Date
}): PlannedPicture {
  const { before, after, calendar, calendarAfter = calendar, period, seats, now } = facts
  const { dates: days = daysFrom(period.from, period.until) } = facts
  const [old, planned] = [timesOf(before, calendar, days), timesOf(after, calendarAfter, days)]
  const ahead = (place: SeatPlace) => instantAt(place.date, place.startTime) > now
  const becomesRest = (date: CalendarDate) => !isRestDay(calendar, date) && isRestDay(calendarAfter, date)
  const lost = [...Map.groupBy(seats.filter(ahead), keyOf)].flatMap(([key, own]) =>
    whoLoses(
      own,
      old.get(key),
      planned.get(key),
      own.some(({ date }) => becomesRest(date)),
    ),
  )
  return {
    days: dayPlaces(days, [...old.values()].filter(ahead), [...planned.values()].filter(ahead)),
    affected: couplesOf(lost),
    keptCases: lost.flatMap(({ kind, id }) => (kind === 'kept' ? [id] : [])).sort(),
  }
}

interface PlannedTime extends SeatPlace {
  /** How many couples there is room for, also while nothing new is taken. */
  readonly room: number
  /** How many can be booked. */
  readonly places: number
  readonly services: readonly Service[]
}

function keyOf({ laneId, date, startTime }: SeatPlace): string {
  return `${laneId} ${date} ${startTime}`
}

function timesOf(
  { lanes, closures, stops = null }: OfficePlan,
  calendar: Calendar,
  days: readonly CalendarDate[],
): Map<string, PlannedTime> {
  const times = new Map<string, PlannedTime>()
  for (const { id: laneId, services, serviceDays, ...rest } of lanes) {
    // Places that wait for their release are places.
    const lane = { ...rest, stops, serviceDays: serviceDays.map(({ releaseAt, ...day }) => day) }
    const own = closures.filter((closure) => closure.laneId === undefined || closure.laneId === laneId)
    const closed = own.filter(({ kind }) => kind !== 'stopped')
    const stopped = own.filter(({ kind }) => kind === 'stopped')
    for (const day of days) {
      const isStopped = stopped.some(({ from, until }) => from <= day && day <= until)
      for (const { date, startTime, capacity } of planSlots({ ...lane, closures: closed }, calendar, day)) {
        const time = { laneId, date, startTime, room: capacity, places: isStopped ? 0 : capacity, services }
        times.set(keyOf(time), time)
      }
    }
  }
  return times
}

/** Those of a time for whom there was room and is none any more; of a time that ends also those who had none in the plan. */
function whoLoses(
  seats: readonly SeatTaken[],
  before: PlannedTime | undefined,
  after: PlannedTime | undefined,
  becomesRest: boolean,
): SeatTaken[] {
  const served = (time: PlannedTime | undefined) => (seat: SeatTaken) => time?.services.includes(seat.service)
  const ranked = seats.toSorted(staysLonger)
  const hadRoom = new Set(ranked.filter(served(before)).slice(0, before?.room ?? 0))
  const hasRoom = new Set(ranked.filter(served(after)).slice(0, after?.room ?? 0))
  const ends = !after?.room && (becomesRest || (before?.room ?? 0) > 0)
  return ranked.filter((seat) => !hasRoom.has(seat) && (hadRoom.has(seat) || (ends && !seat.isInHand)))
}

const RANK = { kept: 0, appointment: 0, returned: 2, held: 3 } as const

function staysLonger(one: SeatTaken, other: SeatTaken): number {
  const rank = ({ kind, latest }: SeatTaken) => RANK[kind] + (kind === 'appointment' && !latest ? 1 : 0)
  return (
    rank(one) - rank(other) ||
    one.bookedAt.getTime() - other.bookedAt.getTime() ||
    one.id.localeCompare(other.id)
  )
}

function couplesOf(lost: readonly SeatTaken[]): AffectedCouple[] {
  const byId = new Map<string, AffectedCouple>()
  for (const { kind, id, laneId, slotId, date, startTime, service, latest } of lost) {
    // During a move somebody has two seats: the earlier one, that holds, tells their place.
    if (kind === 'appointment' && !byId.has(id))
      byId.set(id, { appointmentId: id, laneId, slotId, date, startTime, service, latest })
  }
  return [...byId.values()].sort(
    (one, other) =>
      Number(!one.latest) - Number(!other.latest) ||
      (one.latest ?? '').localeCompare(other.latest ?? '') ||
      one.date.localeCompare(other.date) ||
      one.startTime.localeCompare(other.startTime) ||
      one.appointmentId.localeCompare(other.appointmentId),
  )
}

function dayPlaces(
  days: readonly CalendarDate[],
  before: readonly PlannedTime[],
  after: readonly PlannedTime[],
): DayPlaces[] {
  const [old, planned] = [byDay(before), byDay(after)]
  return days.flatMap((date) => {
    const [was, is] = [old.get(date) ?? NOTHING, planned.get(date) ?? NOTHING]
    let [gained, lost] = [0, 0]
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const difference = (is.get(key) ?? 0) - (was.get(key) ?? 0)
      if (difference > 0) gained += difference
      else lost -= difference
    }
    return gained + lost > 0 ? [{ date, before: sum(was), after: sum(is), gained, lost }] : []
  })
}

const NOTHING: ReadonlyMap<string, number> = new Map()

function byDay(times: readonly PlannedTime[]): Map<CalendarDate, Map<string, number>> {
  const days = new Map<CalendarDate, Map<string, number>>()
  for (const time of times) {
    const day = days.get(time.date) ?? new Map<string, number>()
    days.set(time.date, day.set(keyOf(time), time.places))
  }
  return days
}

function sum(day: ReadonlyMap<string, number>): number {
  return [...day.values()].reduce((total, places) => total + places, 0)
}
