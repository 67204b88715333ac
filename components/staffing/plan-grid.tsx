import { getTranslations } from 'next-intl/server'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { HourAdvice } from '#lib/domain/hour-advice.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { SpecialAhead } from '#lib/domain/week-forecast.ts'
import { amountText } from '#lib/format/amount.ts'
import { dayText } from '#lib/format/dates.ts'

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
  const rows = [...new Set(hours.map(({ hour }) => hour))].sort((one, other) => one - other)
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full min-w-[60rem] table-fixed text-left text-small tabular-nums">
        <caption className="sr-only">{t('grid')}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="w-20 px-3 py-1.5 font-normal text-ink-soft">
              {t('hour')}
            </th>
            {days.map((day) => {
              const special = specials.get(day)
              return (
                <th key={day} scope="col" className="px-2 py-1 font-normal">
                  <a
                    className="prose-link inline-flex min-h-9 items-center"
                    href={addressOf(day)}
                    aria-current={day === chosen ? 'true' : undefined}
                  >
                    {day === chosen ? <b>{dayText(locale, day)}</b> : dayText(locale, day)}
                  </a>
                  {special ? (
                    <span className="ml-1 text-accent-deep">{t(`special.${special.kind}`)}</span>
                  ) : null}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((hour) => (
            <tr key={hour} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-3 py-1 font-normal">
                {String(hour).padStart(2, '0')}:00
              </th>
              {days.map((day) => {
                const own = hours.find((one) => one.date === day && one.hour === hour)
                if (!own)
                  return (
                    <td key={day} className="px-2 py-1 text-ink-soft">
                      –
                    </td>
                  )
                const missing = own.suggested - own.rostered
                return (
                  <td key={day} className={missing > 0 ? 'bg-warn-tint px-2 py-1' : 'px-2 py-1'}>
                    {t('couples', { count: amountText(own.expected) })}
                    <span className="block text-ink-soft">
                      {t('needHave', { suggested: own.suggested, rostered: own.rostered })}
                    </span>
                    {missing > 0 ? (
                      <b className="block font-semibold text-warn">{t('missing', { count: missing })}</b>
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
