import { getTranslations } from 'next-intl/server'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { HourCover } from '#lib/domain/cover.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { HourGrid } from './hour-grid.tsx'

/** Hour by hour: people for the windows that are planned, and where some are missing. */
export async function CoverTable({
  days,
  cover,
  locale,
}: {
  days: readonly CalendarDate[]
  cover: readonly HourCover[]
  locale: Locale
}) {
  const t = await getTranslations('staffing.cover')
  if (cover.length === 0) return <p className="text-small text-ink-soft">{t('none')}</p>
  return (
    <HourGrid
      caption={t('title')}
      hourWord={t('hour')}
      days={days}
      cells={cover}
      head={(day) => dayText(locale, day)}
      needs={({ short }) => short > 0}
      tell={({ windows, short }) => (
        <span className={short > 0 ? 'text-warn' : undefined}>
          {t('cell', { people: windows - short, windows })}
          {short > 0 ? <b className="ml-2 font-semibold">{t('short', { count: short })}</b> : null}
        </span>
      )}
    />
  )
}
