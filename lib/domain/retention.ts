const REPLAY_DAYS = 30
const LADDER_DAYS = 180

/** For how many days the answer to a write can be asked for again under its key; never longer than the rest is kept. */
export function replayDaysOf(retentionDays: number): number {
  return Math.min(REPLAY_DAYS, retentionDays)
}

/** For how many days it is kept that somebody did not come: no rule looks further back. */
export function ladderDaysOf(retentionDays: number): number {
  return Math.min(LADDER_DAYS, retentionDays)
}
