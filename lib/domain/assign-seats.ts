import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'
import { type ClockTime, instantAt, minutesOf, shanghaiToday } from './clock.ts'
import { leftOfQuotas, type QuotasInUse, type QuotaUse } from './quota.ts'
import type { Service } from './service.ts'

/** A couple that needs another place. */
export interface Displaced {
  readonly appointmentId: string
  readonly service: Service
  /** From which share of a time their seat is. */
  readonly pool: 'public' | 'staff'
  readonly date: CalendarDate
  readonly startTime: ClockTime
  /** Only on these days, where the law sets them, and only where the office serves on them. Civil Code art. 1077(2). */
  readonly within?: { readonly from: CalendarDate; readonly until: CalendarDate } | undefined
}

/** A time with what it still has. */
export interface FreeTime {
  readonly slotId: number
  readonly services: readonly Service[]
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly free: number
  readonly publicFree: number
  /** Whether certificates of divorce are issued on that day. */
  readonly isWorkday: boolean
  /** Where a quota counts beside the windows: the rest of what it asks for. */
  readonly limit?: { readonly laneId: string; readonly endTime: ClockTime }
}

/** A place for each couple, or none. */
export interface Assignment {
  readonly appointmentId: string
  readonly slotId: number | undefined
  /** There was no free place inside the window of the law, so one is added: a legal deadline is worth a busy hour. */
  readonly isAdded: boolean
}

/**
 * The nearest equal place for each couple, in the order in which they are given: by days first, later ones before earlier
 * ones, then by the time of day. A day that comes before they can have answered is taken only where the law leaves no other.
 * Quotas count for them as for everybody, but for those whom the law binds to their days.
 */
export function assignSeats(
  couples: readonly Displaced[],
  times: readonly FreeTime[],
  after: CalendarDate,
  inUse: QuotasInUse = { quotas: [], uses: [] },
): Assignment[] {
  const left = new Map(times.map((time) => [time.slotId, { ...time }]))
  const quota = quotaCheck(inUse)
  return couples.map((couple) => {
    const { appointmentId, pool, within } = couple
    const possible = times.filter((time) => isEqual(couple, time, after))
    const free = possible.filter(({ slotId }) => {
      const now = left.get(slotId)
      return now && now.free > 0 && (pool === 'staff' || now.publicFree > 0)
    })
    const allowed = within ? free : free.filter((time) => quota.leavesRoom(couple.service, time))
    const chosen = nearest(couple, allowed, after) ?? (within ? nearest(couple, possible, after) : undefined)
    const time = chosen && left.get(chosen.slotId)
    if (!time) return { appointmentId, slotId: undefined, isAdded: false }
    const isAdded = !free.some(({ slotId }) => slotId === time.slotId)
    quota.count(couple.service, time)
    left.set(time.slotId, {
      ...time,
      free: isAdded ? time.free : time.free - 1,
      publicFree: pool === 'public' && !isAdded ? time.publicFree - 1 : time.publicFree,
    })
    return { appointmentId, slotId: time.slotId, isAdded }
  })
}

// What a quota has refused it refuses from then on: seats are only added here, so each time is asked once for a service.
function quotaCheck({ quotas, uses }: QuotasInUse) {
  const all: QuotaUse[] = [...uses]
  const full = new Set<string>()
  const wishOf = (service: Service, { date, startTime, limit }: FreeTime) =>
    limit && { date, startTime, service, ...limit }
  return {
    leavesRoom(service: Service, time: FreeTime): boolean {
      const wish = wishOf(service, time)
      const key = `${service} ${time.slotId}`
      if (!wish || full.has(key)) return !wish
      if (leftOfQuotas(quotas, all, wish) > 0) return true
      full.add(key)
      return false
    },
    count(service: Service, time: FreeTime): void {
      const wish = wishOf(service, time)
      if (wish) all.push({ ...wish, seats: 1 })
    },
  }
}

function isEqual({ service, date, within }: Displaced, time: FreeTime, after: CalendarDate): boolean {
  if (!time.services.includes(service)) return false
  // Who marries was found to be of age on their day; a day before it may be too early. Civil Code art. 1047.
  const isOfAge = service !== 'MARRIAGE' || time.date >= date
  if (!within) return time.date > after && isOfAge
  return within.from <= time.date && time.date <= within.until && time.isWorkday
}

function nearest(couple: Displaced, times: readonly FreeTime[], after: CalendarDate): FreeTime | undefined {
  const cost = ({ date, startTime }: FreeTime) => {
    const days = daysBetween(couple.date, date)
    const minutes = Math.abs(minutesOf(startTime) - minutesOf(couple.startTime))
    // Of two days as far away, the later one; one before the answer only where there is no other.
    return (date > after ? 0 : 1e9) + Math.abs(days) * 10_000 + (days < 0 ? 5000 : 0) + minutes
  }
  let best: { readonly time: FreeTime; readonly cost: number } | undefined
  for (const time of times) {
    const own = cost(time)
    if (!best || own < best.cost) best = { time, cost: own }
  }
  return best?.time
}

/**
 * Until when they may choose otherwise: as the office says, but not beyond their old time, nor beyond the evening before
 * the day that is kept for them.
 */
export function answerDeadline(
  wished: Date,
  old: { readonly date: CalendarDate; readonly startTime: ClockTime },
  kept: { readonly date: CalendarDate },
): Date {
  const ends = [wished, instantAt(old.date, old.startTime), instantAt(addDays(kept.date, -1), '18:00')].map(
    (end) => end.getTime(),
  )
  return new Date(Math.min(...ends))
}

/** The day after which an offered place lies: that of the answer. */
export function dayOfAnswer(answerBy: Date): CalendarDate {
  return shanghaiToday(answerBy)
}
