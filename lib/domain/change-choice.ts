import { lastAnswerDay } from './answer-day.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { CapacityChange, ChangeChoice } from './capacity-change.ts'
import { shanghaiToday } from './clock.ts'
import type { LocalizedText } from './localized-text.ts'
import type { RefusalDetail } from './refusal.ts'

const DAY_MS = 86_400_000
const LONGEST_ANSWER_DAYS = 30

interface Choice {
  readonly change: CapacityChange
  readonly choice: ChangeChoice
  readonly answerBy?: Date | undefined
  readonly reason?: LocalizedText | undefined
  readonly until?: CalendarDate | undefined
  readonly dailyLimit?: number | undefined
  /** Of each couple that the change concerns the day that it loses. */
  readonly days: readonly CalendarDate[]
}

/** What can be chosen for the couples of a change; an open booking only where a whole day is closed. */
export function choicesFor(change: CapacityChange, couples: number): readonly ChangeChoice[] {
  if (couples === 0) return ['none']
  return isClosed(change) ? ['move', 'storm', 'cancel', 'keep'] : ['move', 'keep', 'cancel']
}

function isClosed(change: CapacityChange): boolean {
  return change.kind === 'closure' && change.mode === 'closed'
}

/** Everything that is wrong with what was chosen for the couples of a change. */
export function faultsOfChoice(wish: Choice, now: Date): RefusalDetail[] {
  const { change, choice, days, answerBy, until, dailyLimit } = wish
  const lastTaken = days.toSorted().at(-1)
  if (!lastTaken) return []
  if (!choicesFor(change, days.length).includes(choice)) return [{ path: 'choice', reason: 'choice-needed' }]
  const faults: RefusalDetail[] = []
  if (choice === 'move') {
    if (!answerBy) faults.push({ path: 'answerBy', reason: 'required' })
    else if (answerBy <= now) faults.push({ path: 'answerBy', reason: 'past' })
    else if (answerBy.getTime() > now.getTime() + LONGEST_ANSWER_DAYS * DAY_MS)
      faults.push({ path: 'answerBy', reason: 'too-far-off' })
    else if (shanghaiToday(answerBy) > lastAnswerDay(lastTaken, now))
      faults.push({ path: 'answerBy', reason: 'day-is-taken' })
  }
  if (choice === 'storm' && change.kind === 'closure') {
    if (!until) faults.push({ path: 'until', reason: 'required' })
    else if (until <= change.until) faults.push({ path: 'until', reason: 'ends-before-start' })
    if (dailyLimit === undefined || !Number.isInteger(dailyLimit) || dailyLimit < 1 || dailyLimit > 1000)
      faults.push({ path: 'dailyLimit', reason: 'out-of-range' })
  }
  const told = wish.reason ?? ('reason' in change ? change.reason : undefined)
  if (choice === 'cancel' && !told?.['zh-CN'].trim()) faults.push({ path: 'reason', reason: 'required' })
  return faults
}
