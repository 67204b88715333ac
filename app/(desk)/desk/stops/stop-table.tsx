import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import type { listStops } from '#lib/office/list-stops.ts'

/** The plan of the car, each stop with the way to take it out. */
export async function StopTable({
  stops,
  locale,
  action,
}: {
  stops: Awaited<ReturnType<typeof listStops>>
  locale: Locale
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('front.stops')
  if (stops.length === 0) return <p className="text-small text-ink-soft">{t('none')}</p>
  const head = 'px-2 py-2 font-normal text-ink-soft'
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-small">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr className="border-b border-line">
            <th className={head}>{t('fields.date')}</th>
            <th className={head}>{t('hours')}</th>
            <th className={head}>{t('fields.place')}</th>
            <th className={head}>{t('fields.address')}</th>
            <th className={head}>
              <span className="sr-only">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stops.map(({ id, date, opens, closes, place, address }) => (
            <tr key={id} className="border-b border-line">
              <td className="px-2 whitespace-nowrap">{dayText(locale, date)}</td>
              <td className="px-2 tabular-nums whitespace-nowrap">
                {opens}–{closes}
              </td>
              <td className="px-2">{place[locale]}</td>
              <td className="px-2">{address[locale]}</td>
              <td className="px-2 text-right">
                <form action={action}>
                  <input type="hidden" name="stop" value={id} />
                  <button
                    type="submit"
                    className="min-h-11 cursor-pointer text-accent-deep underline underline-offset-4"
                  >
                    {t('remove')}
                    <span className="sr-only">
                      {' '}
                      {dayText(locale, date)} {place[locale]}
                    </span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
