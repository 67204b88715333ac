import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'

/** Days on which many marry: 2·14, 5·20, and the seventh evening of the seventh lunar month. */
export type SpecialDay = 'valentine' | 'five-twenty' | 'qixi'

const FIXED: Readonly<Record<string, SpecialDay>> = { '02-14': 'valentine', '05-20': 'five-twenty' }

/** Which special day this is, if any; the lunar day is told by whoever has the calendar for it. */
export function specialDayOf(day: CalendarDate, isSeventhEvening: boolean): SpecialDay | undefined {
  return FIXED[day.slice(5)] ?? (isSeventhEvening ? 'qixi' : undefined)
}

/** Couples who came on a whole past day. */
export interface PastDay {
  readonly date: CalendarDate
  readonly came: number
  readonly special: SpecialDay | undefined
}

export interface SpecialFactor {
  readonly factor: number
  /** From the same special day a year before, or from other special days. */
  readonly from: 'same' | 'similar'
}

/** Around a special day usual days are looked for so far. */
const AROUND_DAYS = 28

/**
 * How many times as many couples a special day draws as the usual days around it did: by the last one of its kind, else
 * by the mean of the special days that are known; undefined when none is.
 */
export function specialFactor(past: readonly PastDay[], kind: SpecialDay): SpecialFactor | undefined {
  const known = past
    .filter(({ special }) => special !== undefined)
    .map((day) => ({ ...day, factor: factorOf(day, past) }))
    .filter((day): day is typeof day & { factor: number } => day.factor !== undefined)
    .sort((one, other) => other.date.localeCompare(one.date))
  const same = known.find(({ special }) => special === kind)
  if (same) return { factor: same.factor, from: 'same' }
  if (known.length === 0) return undefined
  return { factor: known.reduce((sum, { factor }) => sum + factor, 0) / known.length, from: 'similar' }
}

function factorOf(day: PastDay, past: readonly PastDay[]): number | undefined {
  const usual = past.filter(
    ({ date, special, came }) =>
      special === undefined && came > 0 && Math.abs(daysBetween(date, day.date)) <= AROUND_DAYS,
  )
  if (usual.length === 0 || day.came === 0) return undefined
  return (day.came * usual.length) / usual.reduce((sum, { came }) => sum + came, 0)
}

/** The days that are to be read to know the factor of past special days. */
export function daysAround(special: readonly CalendarDate[]): CalendarDate[] {
  const all = special.flatMap((day) =>
    Array.from({ length: 2 * AROUND_DAYS + 1 }, (_, index) => addDays(day, index - AROUND_DAYS)),
  )
  return [...new Set(all)].sort()
}
