import { getTranslations } from 'next-intl/server'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { HourAdvice } from '#lib/domain/hour-advice.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { SpecialAhead } from '#lib/domain/week-forecast.ts'
import { amountText } from '#lib/format/amount.ts'
import { dayText } from '#lib/format/dates.ts'
import { HourGrid } from './hour-grid.tsx'

/** The week at a glance: in each hour the couples expected, the windows they need, and those there are people for. */
export async function PlanGrid({
  days,
  hours,
  specials,
  chosen,
  locale,
  addressOf,
}: {
  days: readonly CalendarDate[]
  hours: readonly HourAdvice[]
  specials: ReadonlyMap<CalendarDate, SpecialAhead>
  chosen: CalendarDate | undefined
  locale: Locale
  /** Where a day is shown by itself. */
  addressOf: (day: CalendarDate) => string
}) {
  const t = await getTranslations('staffing.plan')
  return (
    <HourGrid
      caption={t('grid')}
      hourWord={t('hour')}
      days={days}
      cells={hours}
      head={(day) => {
        const special = specials.get(day)
        return (
          <>
            <a
              className="prose-link inline-flex min-h-9 items-center"
              href={addressOf(day)}
              aria-current={day === chosen ? 'true' : undefined}
            >
              {day === chosen ? <b>{dayText(locale, day)}</b> : dayText(locale, day)}
            </a>
            {special ? <span className="ml-1 text-accent-deep">{t(`special.${special.kind}`)}</span> : null}
          </>
        )
      }}
      needs={({ suggested, rostered }) => suggested > rostered}
      tell={({ expected, suggested, rostered }) => (
        <>
          {t('couples', { count: amountText(expected) })}
          <span className="block text-ink-soft">{t('needHave', { suggested, rostered })}</span>
          {suggested > rostered ? (
            <b className="block font-semibold text-warn">{t('missing', { count: suggested - rostered })}</b>
          ) : null}
        </>
      )}
    />
  )
}
