/** What giving out more places than there are would mean. */
export interface OverbookingRisk {
  /** Places given out beyond the capacity. */
  readonly extra: number
  /** The chance that more couples come than there are places. */
  readonly tooMany: number
  /** How many couples more than places are there on average, over all days. */
  readonly meanBeyond: number
  /** How many places stay empty on average. */
  readonly meanEmpty: number
}

/** Beyond this share of the capacity nobody overbooks, whatever the figures say: on a wedding day everybody comes. */
export const MOST_OVERBOOKING_SHARE = 0.2

/**
 * The risk of so many extra places when each couple stays away with this chance, independently of the others (binomial).
 * On special days couples do not stay away: their own rate is to be used.
 */
export function overbookingRisk(capacity: number, extra: number, missRate: number): OverbookingRisk {
  const booked = capacity + extra
  const coming = binomial(booked, 1 - missRate)
  let tooMany = 0
  let meanBeyond = 0
  let meanEmpty = 0
  for (const [count, chance] of coming.entries()) {
    if (count > capacity) {
      tooMany += chance
      meanBeyond += chance * (count - capacity)
    } else meanEmpty += chance * (capacity - count)
  }
  return { extra, tooMany, meanBeyond, meanEmpty }
}

/** The most extra places whose risk of too many couples stays within `mostRisk`, and within the bound for all. */
export function mostOverbooking(capacity: number, missRate: number, mostRisk: number): OverbookingRisk {
  const bound = Math.floor(capacity * MOST_OVERBOOKING_SHARE)
  let best = overbookingRisk(capacity, 0, missRate)
  for (let extra = 1; extra <= bound; extra += 1) {
    const risk = overbookingRisk(capacity, extra, missRate)
    if (risk.tooMany > mostRisk) return best
    best = risk
  }
  return best
}

// The chances of 0 … n, by recursion from the mode outwards in logarithms, so that large halls do not underflow.
function binomial(trials: number, chance: number): number[] {
  if (chance <= 0) return [1, ...Array<number>(trials).fill(0)]
  if (chance >= 1) return [...Array<number>(trials).fill(0), 1]
  const logs: number[] = [trials * Math.log(1 - chance)]
  for (let count = 1; count <= trials; count += 1) {
    const before = logs[count - 1] ?? 0
    logs.push(before + Math.log((trials - count + 1) / count) + Math.log(chance / (1 - chance)))
  }
  return logs.map((log) => Math.exp(log))
}
