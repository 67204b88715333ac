import { ANSWERS_END } from '#lib/domain/answer-day.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { NOTICE_CHOICES, type NoticeDecision } from '#lib/domain/notice-choice.ts'
import { changeReason } from '#lib/format/change-reason.ts'

const FIELDS = ['choice', 'answerBy', 'until', 'dailyLimit', 'reason', 'note'] as const

type Chosen = Readonly<Record<string, string | undefined>>

/** What was chosen for the couples of a notice, as it was typed. */
export function readChosen(form: FormData): Chosen {
  return Object.fromEntries(
    FIELDS.flatMap((name) => {
      const typed = form.get(name)
      return typeof typed === 'string' ? [[name, typed.slice(0, 200)]] : []
    }),
  )
}

/** The same as it is carried out; what is missing or wrong is told when it is. */
export function decisionOf({
  choice,
  answerBy = '',
  until = '',
  dailyLimit,
  reason,
}: Chosen): NoticeDecision {
  return {
    choice: NOTICE_CHOICES.find((one) => one === choice) ?? 'move',
    ...(isCalendarDate(answerBy) ? { answerBy: instantAt(answerBy, ANSWERS_END) } : {}),
    ...(isCalendarDate(until) ? { until } : {}),
    ...(dailyLimit ? { dailyLimit: Number(dailyLimit) } : {}),
    ...(reason?.trim() ? { reason: changeReason('', reason) } : {}),
  }
}
