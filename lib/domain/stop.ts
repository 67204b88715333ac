import { addDays, type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { type ClockTime, isClockTime } from './clock.ts'
import { everywhere, type LocalizedText } from './localized-text.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'

/** A stop of a mobile office, as typed in the language of the desk. */
export interface StopInput {
  readonly date: string
  readonly opens: string
  readonly closes: string
  readonly place: string
  readonly address: string
  /** As a map gives it to copy: two numbers, in either order. */
  readonly position: string
}

/** A stop, read. */
export interface PlannedStop {
  readonly date: CalendarDate
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly place: LocalizedText
  readonly address: LocalizedText
  readonly lat: number
  readonly lng: number
}

const LONGEST = 80
/** So far ahead a plan can reach. */
const FARTHEST_DAYS = 180

/**
 * Reads a stop; every field that is wrong is told. Its names stand in every language as they were typed: a village has
 * no other name for those who read another script.
 */
export function readStop(input: StopInput, today: CalendarDate): Result<PlannedStop> {
  const errors: RefusalDetail[] = []
  const { date, opens, closes } = input
  if (!isCalendarDate(date)) errors.push({ path: 'date', reason: date ? 'date' : 'required' })
  else if (date < today) errors.push({ path: 'date', reason: 'day-is-over' })
  else if (date > addDays(today, FARTHEST_DAYS)) errors.push({ path: 'date', reason: 'too-far-off' })
  if (!isClockTime(opens)) errors.push({ path: 'opens', reason: opens ? 'clock-time' : 'required' })
  if (!isClockTime(closes)) errors.push({ path: 'closes', reason: closes ? 'clock-time' : 'required' })
  else if (isClockTime(opens) && closes <= opens)
    errors.push({ path: 'closes', reason: 'ends-before-it-begins' })
  for (const name of ['place', 'address'] as const) {
    const text = input[name].trim()
    if (!text) errors.push({ path: name, reason: 'required' })
    else if (text.length > LONGEST) errors.push({ path: name, reason: 'too-big' })
  }
  const at = readPosition(input.position)
  if (!at) errors.push({ path: 'position', reason: input.position.trim() ? 'position' : 'required' })
  if (errors.length > 0 || !isCalendarDate(date) || !at) return refuse('invalid-input', errors)
  return accept({
    date,
    opens,
    closes,
    place: everywhere(input.place.trim()),
    address: everywhere(input.address.trim()),
    ...at,
  })
}

/** How far China reaches, in degrees: no latitude of it is a longitude of it, so the order of the two does not matter. */
const REACH = { lat: [3, 54], lng: [73, 136] } as const

/** A point on the map, as it was copied or typed; undefined when it is none in China. */
export function readPosition(typed: string): { readonly lat: number; readonly lng: number } | undefined {
  const numbers =
    typed
      .normalize('NFKC')
      .match(/-?\d+(\.\d+)?/g)
      ?.map(Number) ?? []
  const within =
    ([least, most]: readonly [number, number]) =>
    (one: number) =>
      least <= one && one <= most
  const [lat, lng] = [numbers.find(within(REACH.lat)), numbers.find(within(REACH.lng))]
  return numbers.length === 2 && lat !== undefined && lng !== undefined ? { lat, lng } : undefined
}
