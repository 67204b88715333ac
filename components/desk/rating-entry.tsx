import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { RatingView } from '#lib/domain/rating.ts'
import { dayText } from '#lib/format/dates.ts'

/** One rating: level, day, window, what they wrote, until when something has to be done, and what can be. */
export async function RatingEntry({
  rating,
  locale,
  today,
  children,
}: {
  rating: RatingView
  locale: Locale
  today: CalendarDate
  children?: ReactNode
}) {
  const t = await getTranslations('rating')
  const { level, state, window, words, contact, reply, appeal } = rating
  const due = state === 'to-contact' ? rating.contactBy : state === 'to-close' ? rating.closeBy : undefined
  const isOverdue = due !== undefined && due < today
  return (
    <li className="grid gap-2 border-b border-line py-3 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className={level <= 2 ? 'text-warn' : undefined}>{t(`form.levels.${level}`)}</b>
        <span className="text-small text-ink-soft tabular-nums">
          {dayText(locale, rating.ratedOn)}
          {window ? `　${t('list.window', { window })}` : ''}
        </span>
        {state === 'good' ? null : (
          <Tag tone={isOverdue ? 'stop' : TONES[state]}>
            {t(`state.${state}`)}
            {due ? `　${t(isOverdue ? 'list.overdue' : 'list.due', { day: dayText(locale, due) })}` : ''}
          </Tag>
        )}
      </p>
      {words ? <p className="whitespace-pre-line">{words}</p> : null}
      {contact ? <p className="text-small">{t('list.contact', { contact })}</p> : null}
      {reply ? (
        <p className="border-l-4 border-line pl-3 text-small whitespace-pre-line">
          {t('list.reply', { reply })}
        </p>
      ) : null}
      {appeal ? (
        <p className="border-l-4 border-line pl-3 text-small whitespace-pre-line">
          {t('list.appeal', { appeal })}
        </p>
      ) : null}
      {children}
    </li>
  )
}

const TONES = {
  'to-contact': 'warn',
  'to-close': 'accent',
  appealed: 'accent',
  closed: 'ok',
  dismissed: 'plain',
} as const
