import { getTranslations } from 'next-intl/server'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { withSearch } from './week-address.ts'

const LINK = 'prose-link inline-flex min-h-11 items-center whitespace-nowrap'

/** From week to week, and which one is seen. */
export async function WeekLinks({
  path,
  search,
  from,
  today,
  locale,
}: {
  path: string
  /** What stays chosen. */
  search: Readonly<Record<string, string | undefined>>
  from: CalendarDate
  today: CalendarDate
  locale: Locale
}) {
  const t = await getTranslations('hours.week')
  const at = (day: CalendarDate | undefined) => withSearch(path, { ...search, from: day })
  const isThisWeek = from <= today && today <= addDays(from, 6)
  return (
    <nav aria-label={t('weeks')} className="flex flex-wrap items-center gap-x-4 text-small">
      <a className={LINK} href={at(addDays(from, -7))}>
        {t('before')}
      </a>
      <span className="font-semibold tabular-nums">
        {dayText(locale, from, 'plain')} – {dayText(locale, addDays(from, 6), 'plain')}
      </span>
      <a className={LINK} href={at(addDays(from, 7))}>
        {t('after')}
      </a>
      {isThisWeek ? null : (
        <a className={LINK} href={at(undefined)}>
          {t('thisWeek')}
        </a>
      )}
    </nav>
  )
}
