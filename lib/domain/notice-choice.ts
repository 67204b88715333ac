import type { CalendarDate } from './calendar-date.ts'
import { faultsOfChoice } from './change-choice.ts'
import type { LocalizedText } from './localized-text.ts'
import { mayDo, type OfficePlace, type StaffGrant } from './permissions.ts'
import type { RefusalDetail } from './refusal.ts'

/**
 * What can be chosen for the couples who lose their day to a holiday, as for a change of an office. Nobody is kept: on a
 * day of rest of the whole nation the office is shut, and nobody would be there to serve them.
 */
export const NOTICE_CHOICES = ['move', 'storm', 'cancel'] as const

export type NoticeChoice = (typeof NOTICE_CHOICES)[number]

/**
 * What somebody may choose for the couples of these offices: where one of them is not theirs, everybody is offered another
 * time, as the notice is the nation's and the cancelling is not.
 */
export function noticeChoicesFor(
  grants: readonly StaffGrant[],
  offices: readonly OfficePlace[],
): readonly NoticeChoice[] {
  if (offices.length === 0) return []
  const areTheirs = offices.every((office) => mayDo(grants, 'close-day', office))
  return areTheirs ? NOTICE_CHOICES : ['move']
}

/** What was chosen for them, as it is carried out. */
export interface NoticeDecision {
  readonly choice: NoticeChoice
  /** `move`: until when the couples may choose otherwise. */
  readonly answerBy?: Date | undefined
  /** `storm`: the last day on which their bookings stay good, and how many each desk expects on one day. */
  readonly until?: CalendarDate | undefined
  readonly dailyLimit?: number | undefined
  /** Why, as the couples are told; without one the name of the holiday. */
  readonly reason?: LocalizedText | undefined
}

/** Everything that is wrong with what was chosen for the couples of a notice. `days`: those on which somebody loses a time. */
export function faultsOfNoticeChoice(
  decision: NoticeDecision,
  days: readonly CalendarDate[],
  now: Date,
): RefusalDetail[] {
  const [from, until] = [days[0], days.at(-1)]
  if (!from || !until) return []
  if (!NOTICE_CHOICES.includes(decision.choice)) return [{ path: 'choice', reason: 'choice-needed' }]
  // Without words of their own the couples are told the name of the holiday.
  const change = { kind: 'closure', from, until, mode: 'closed', reason: decision.reason ?? HOLIDAY } as const
  return faultsOfChoice({ ...decision, change, days }, now)
}

const HOLIDAY: LocalizedText = { 'zh-CN': '放假', 'zh-Hant': '放假', en: 'holiday' }
