import { getTranslations } from 'next-intl/server'
import type { NoticeChoiceWords } from '#components/office/notice-choice.tsx'
import { pool } from '#lib/db/pool.ts'
import type { CalendarPreview } from '#lib/desk/preview-calendar.ts'
import { usualAnswerDay } from '#lib/domain/answer-day.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { MOST_CANCELLED_ALONE } from '#lib/domain/capacity-change.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'

const OPEN_DAYS = 14

export interface ChoiceSituation {
  readonly preview: CalendarPreview
  /** How a second person has answered, where one was asked. */
  readonly approval: 'open' | 'approved' | 'refused' | undefined
  readonly now: Date
}

/** What can be chosen for the couples of a notice, in words; undefined where nobody loses a time. */
export async function choiceWords({
  preview: { choices, offices },
  approval,
  now,
}: ChoiceSituation): Promise<NoticeChoiceWords | undefined> {
  const taken = offices.days.filter(({ couples }) => couples > 0).map(({ date }) => date)
  const [firstTaken, last] = [taken[0], taken.at(-1)]
  if (choices.length === 0 || !firstTaken || !last) return undefined
  const t = await getTranslations('changes')
  const n = await getTranslations('notice')
  const isMany = offices.couples > MOST_CANCELLED_ALONE
  const most = MOST_CANCELLED_ALONE
  const busiest = Math.max(...offices.concerned.map(({ couples }) => couples))
  return {
    legend: t('choose.title'),
    hint: n(choices.length > 1 ? 'noKeep' : 'onlyMove'),
    options: choices.map((value) => ({
      value,
      text: t(`choice.${value}.title`),
      hint: t(value === 'cancel' && isMany ? 'choice.cancel.hintSecond' : `choice.${value}.hint`, { most }),
    })),
    answerBy: {
      label: t('field.answerBy'),
      hint: t('field.answerByHint'),
      value: usualAnswerDay(await readCalendar(pool()), { firstTaken, now }),
    },
    until: {
      label: t('field.openUntil'),
      hint: t('field.openUntilHint'),
      value: addDays(last, OPEN_DAYS),
    },
    dailyLimit: {
      label: n('dailyLimit'),
      hint: t('field.dailyLimitHint'),
      value: String(Math.max(1, Math.ceil(busiest / 5))),
    },
    reason: { label: n('reason'), hint: n('reasonHint'), value: '' },
    second: isMany
      ? {
          title: t('second.title', { most }),
          text: t(approval ? `second.${approval}` : 'second.text'),
          note: { label: t('second.note'), value: '' },
          ask: t('second.ask'),
          maySend: approval === undefined || approval === 'refused',
        }
      : undefined,
  }
}
