const FREE_TRIES = 9
const FIRST_SECONDS = 30
const LONGEST_SECONDS = 15 * 60

/**
 * The seconds to wait after the first, second … wrong password in a row; the last holds for all that follow. Nine cost
 * nothing, the tenth 30 s, each later one twice as much, up to 15 minutes. There is no lock for good: whoever guesses
 * could shut people out with it.
 */
export const DELAYS: readonly number[] = Array.from({ length: FREE_TRIES + 6 }, (_, index) =>
  index < FREE_TRIES ? 0 : Math.min(FIRST_SECONDS * 2 ** (index - FREE_TRIES), LONGEST_SECONDS),
)
