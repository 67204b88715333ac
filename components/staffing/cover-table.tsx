import { getTranslations } from 'next-intl/server'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { HourCover } from '#lib/domain/cover.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

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
  const hours = [...new Set(cover.map(({ hour }) => hour))].sort((one, other) => one - other)
  if (hours.length === 0) return <p className="text-small text-ink-soft">{t('none')}</p>
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full min-w-[56rem] table-fixed text-left text-small tabular-nums">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="w-28 px-3 py-1.5 font-normal text-ink-soft">
              {t('hour')}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className="px-2 py-1.5 font-normal text-ink-soft">
                {dayText(locale, day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-3 py-1 font-normal">
                {String(hour).padStart(2, '0')}:00
              </th>
              {days.map((day) => {
                const own = cover.find((one) => one.date === day && one.hour === hour)
                if (!own)
                  return (
                    <td key={day} className="px-2 py-1 text-ink-soft">
                      –
                    </td>
                  )
                return (
                  <td key={day} className={own.short > 0 ? 'bg-warn-tint px-2 py-1 text-warn' : 'px-2 py-1'}>
                    {t('cell', { people: own.windows - own.short, windows: own.windows })}
                    {own.short > 0 ? (
                      <b className="ml-2 font-semibold">{t('short', { count: own.short })}</b>
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
