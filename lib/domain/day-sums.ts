import { SERVICES, type Service } from './service.ts'

/** What is counted of a day, of an office or of one service there; all of it can be added up. */
export const DAY_COUNTS = [
  ...(['places', 'taken', 'made', 'attended', 'missed', 'cancelled', 'unanswered'] as const),
  ...(['online', 'channel', 'counter', 'level5', 'level4', 'level3', 'level2', 'level1'] as const),
  ...(['registered', 'atFirstVisit', 'marriageVisits', 'told', 'toldAgain', 'papersComplete'] as const),
  ...(['issued', 'withdrawn', 'lapsed', 'caseVisits'] as const),
] as const
export type DayCount = (typeof DAY_COUNTS)[number]

/** Of what a median is told, which cannot be added up: how often each whole number of days or minutes occurred. */
export const DAY_SPREADS = ['leadDays', 'waitMinutes', 'handlingMinutes', 'checkMinutes'] as const
export type DaySpread = (typeof DAY_SPREADS)[number]

/** A part of what a line of the numbers is made of: counts by their names, or how often each value occurred. */
export interface DayTally {
  readonly key: string
  /** Empty where it is about the office and no single service. */
  readonly service: Service | ''
  readonly kind: 'counts' | DaySpread
  readonly tally: Readonly<Record<string, number>>
}

/** What was counted for one line. */
export interface Sums {
  readonly key: string
  readonly counts: Readonly<Record<DayCount, number>>
  readonly spreads: Readonly<Record<DaySpread, ReadonlyMap<number, number>>>
}

/** The sums of each line, and those of all together, whose key is empty. */
export function sumByKey(tallies: readonly DayTally[]): Sums[] {
  const keys = [...new Set(tallies.map(({ key }) => key))].sort()
  return [...keys.map((key) => sum(key, ofKey(tallies, key))), sum('', tallies)]
}

/** The sums of each service of which anything is known. */
export function sumByService(tallies: readonly DayTally[]): { service: Service; sums: Sums }[] {
  return SERVICES.flatMap((service) => {
    const own = tallies.filter((tally) => tally.service === service)
    return own.length > 0 ? [{ service, sums: sum('', own) }] : []
  })
}

/**
 * The value that a share of all does not exceed, between two values in proportion (as `percentile_cont` of PostgreSQL);
 * null of none.
 */
export function valueAt(spread: ReadonlyMap<number, number>, share: number): number | null {
  const count = spreadCount(spread)
  if (count === 0) return null
  const values = [...spread].sort(([one], [other]) => one - other)
  const place = share * (count - 1)
  const lower = inRow(values, Math.floor(place))
  return lower + (inRow(values, Math.ceil(place)) - lower) * (place - Math.floor(place))
}

// Which value stands at a place in the row of all, counted from 0.
function inRow(values: readonly (readonly [number, number])[], place: number): number {
  let before = 0
  for (const [value, times] of values) {
    before += times
    if (before > place) return value
  }
  return 0
}

/** Of how many a spread tells. */
export function spreadCount(spread: ReadonlyMap<number, number>): number {
  return [...spread.values()].reduce((total, times) => total + times, 0)
}

function ofKey(tallies: readonly DayTally[], key: string): DayTally[] {
  return tallies.filter((tally) => tally.key === key)
}

function sum(key: string, tallies: readonly DayTally[]): Sums {
  const counts = Object.fromEntries(DAY_COUNTS.map((name) => [name, 0])) as Record<DayCount, number>
  const spreads = {
    leadDays: new Map<number, number>(),
    waitMinutes: new Map<number, number>(),
    handlingMinutes: new Map<number, number>(),
    checkMinutes: new Map<number, number>(),
  }
  for (const { kind, tally } of tallies) {
    if (kind === 'counts') for (const name of DAY_COUNTS) counts[name] += tally[name] ?? 0
    else
      for (const [value, times] of Object.entries(tally))
        spreads[kind].set(Number(value), (spreads[kind].get(Number(value)) ?? 0) + times)
  }
  return { key, counts, spreads }
}
