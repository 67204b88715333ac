import { getTranslations } from 'next-intl/server'
import { MapLink } from '#components/office/map-link.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
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
  return (
    <DataTable
      caption={t('title')}
      heads={[
        { text: t('fields.date') },
        { text: t('hours') },
        { text: t('fields.place') },
        { text: t('fields.address') },
        { text: t('again'), hidden: true },
        { text: t('remove'), hidden: true },
      ]}
    >
      {stops.map(({ id, date, opens, closes, place, address, lat, lng }) => (
        <tr key={id} className="border-b border-line">
          <td className="px-2 whitespace-nowrap">{dayText(locale, date)}</td>
          <td className="px-2 tabular-nums whitespace-nowrap">
            {opens}–{closes}
          </td>
          <td className="px-2">{place[locale]}</td>
          <td className="px-2">
            {address[locale]}{' '}
            <MapLink
              at={{ lat, lng }}
              name={place['zh-CN']}
              text={t('map')}
              about={`${dayText(locale, date)} ${place[locale]}`}
            />
          </td>
          <td className="px-2 whitespace-nowrap">
            <a
              className="prose-link inline-flex min-h-11 items-center"
              href={`/desk/stops?${new URLSearchParams({
                opens,
                closes,
                place: place[locale],
                address: address[locale],
                position: `${lng}, ${lat}`,
              })}#add`}
            >
              {t('again')}
              <span className="sr-only"> {place[locale]}</span>
            </a>
          </td>
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
    </DataTable>
  )
}
