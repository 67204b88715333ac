/**
 * A hall with several windows that serve one line, as a G/G/c queue in its steady state (Allen and Cunneen's
 * approximation on top of Erlang's C formula). What it assumes: people come independently of how long the line is and
 * stay until they are served, every window serves every service, and the hour is long enough for the line to settle.
 * Where a day is front-loaded, ask hour by hour.
 */
export interface HallLoad {
  readonly arrivalsPerHour: number
  readonly handlingMinutes: number
  /** Squared coefficient of variation of the times between arrivals: 1 for people who come as they like, less with appointments. */
  readonly arrivalVariation?: number
  /** Of the handling times: 0 when all take as long, 1 when they vary as by chance. */
  readonly handlingVariation?: number
}

/** People with an appointment come around their time: steadier than chance. */
const BOOKED_VARIATION = 0.5
/** Registrations of one service take about as long; papers that are missing make the difference. */
const USUAL_HANDLING_VARIATION = 0.4

/** How many windows are busy on average, were there as many as needed (erlang). */
export function offeredLoad({ arrivalsPerHour, handlingMinutes }: HallLoad): number {
  return (arrivalsPerHour * handlingMinutes) / 60
}

/**
 * The mean wait in minutes before c windows; Infinity where they cannot keep up with those who come.
 */
export function meanWait(load: HallLoad, windows: number): number {
  const {
    handlingMinutes,
    arrivalVariation = BOOKED_VARIATION,
    handlingVariation = USUAL_HANDLING_VARIATION,
  } = load
  const offered = offeredLoad(load)
  if (offered === 0) return 0
  if (windows <= offered) return Number.POSITIVE_INFINITY
  const byChance = (chanceOfWaiting(offered, windows) * handlingMinutes) / (windows - offered)
  return (byChance * (arrivalVariation + handlingVariation)) / 2
}

/** The fewest windows before which people wait no longer than this on average; at least one where anybody comes. */
export function windowsForWait(load: HallLoad, mostMinutes: number): number {
  if (load.arrivalsPerHour === 0) return 0
  let windows = Math.floor(offeredLoad(load)) + 1
  while (meanWait(load, windows) > mostMinutes) windows += 1
  return windows
}

/** Erlang's C: the chance that all windows are busy, by the recursion of Erlang's B, which never overflows. */
export function chanceOfWaiting(offered: number, windows: number): number {
  let blocked = 1
  for (let count = 1; count <= windows; count += 1)
    blocked = (offered * blocked) / (count + offered * blocked)
  const busy = offered / windows
  return busy >= 1 ? 1 : blocked / (1 - busy * (1 - blocked))
}
