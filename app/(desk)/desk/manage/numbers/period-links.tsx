import { getTranslations } from 'next-intl/server'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { PERIOD_DAYS, recentMonths } from '#lib/domain/numbers-period.ts'

const MONTHS = 6

/** The periods that can be chosen; the one that is shown is named, not linked. */
export async function PeriodLinks({
  current,
  today,
  hrefOf,
  onlyMonths = false,
}: {
  current: string
  today: CalendarDate
  hrefOf: (period: string) => string
  onlyMonths?: boolean
}) {
  const t = await getTranslations('numbers')
  const days = onlyMonths
    ? []
    : PERIOD_DAYS.map((count) => ({ name: String(count), text: t('days', { count }) }))
  const months = recentMonths(today, MONTHS).map((name) => ({ name, text: monthText(name) }))
  function monthText(name: string): string {
    const [year = '', month = ''] = name.split('-')
    return t('month', { year, month: Number(month) })
  }
  return (
    <nav aria-label={t('periods')} className="no-print flex flex-wrap items-center gap-x-3 text-small">
      {[...days, ...months].map(({ name, text }) =>
        name === current ? (
          <span key={name} aria-current="page" className="inline-flex min-h-9 items-center font-semibold">
            {text}
          </span>
        ) : (
          <a key={name} className="prose-link inline-flex min-h-9 items-center" href={hrefOf(name)}>
            {text}
          </a>
        ),
      )}
    </nav>
  )
}
