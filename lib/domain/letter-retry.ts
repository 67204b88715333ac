const FIRST_SECONDS = 30
const MOST_SECONDS = 15 * 60

/**
 * When a message that could not be handed over is tried again after so many tries: soon at first, then ever more
 * seldom, and at least every quarter of an hour, so that an outage of hours costs no message and ends within minutes.
 */
export function retryAt(attempts: number, now: Date): Date {
  const seconds = Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, attempts - 1))
  return new Date(now.getTime() + seconds * 1000)
}
