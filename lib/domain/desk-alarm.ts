/** So long it stays on the screens that somebody is on the way. */
const ANSWER_SHOWN_MS = 120_000

/** Somebody at a window needs help at once. */
export interface DeskAlarm {
  readonly id: string
  readonly window: string | undefined
  readonly raisedAt: Date
  readonly raisedBy: string
  readonly raiser: string
  readonly answeredAt: Date | undefined
  readonly answeredBy: string | undefined
  readonly answerer: string | undefined
}

/**
 * The calls for help that stand on the screens, of those read with the newest first: until they are answered, and then for
 * a moment who goes. Not one that was a mistake, and of one person only the last: who calls again has a new call.
 */
export function shownAlarms(newestFirst: readonly DeskAlarm[], now: Date): DeskAlarm[] {
  const shown = newestFirst.filter((alarm) => isShown(alarm, now))
  return shown.filter(
    ({ raisedBy }, index) => shown.findIndex((other) => other.raisedBy === raisedBy) === index,
  )
}

function isShown(alarm: DeskAlarm, now: Date): boolean {
  if (!alarm.answeredAt) return true
  if (alarm.answeredBy === alarm.raisedBy) return false
  return now.getTime() - alarm.answeredAt.getTime() < ANSWER_SHOWN_MS
}

// Nobody works longer in one day; what was forgotten yesterday does not cry today.
const LONGEST_SHIFT_MS = 12 * 3_600_000

/** Calls for help from before are of another day. */
export function alarmsSince(now: Date): Date {
  return new Date(now.getTime() - LONGEST_SHIFT_MS)
}

/** A mark of what stands on the screens: another mark, another picture. */
export function alarmMark(alarms: readonly DeskAlarm[]): string {
  return alarms.map(({ id, answeredAt }) => `${id}${answeredAt ? ' answered' : ''}`).join('\n')
}
