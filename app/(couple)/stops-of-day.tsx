import { getTranslations } from 'next-intl/server'
import { MapLink } from '#components/office/map-link.tsx'
import { pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { dayText } from '#lib/format/dates.ts'
import { listStops } from '#lib/office/list-stops.ts'
import { speakingLocale } from './speaking-locale.ts'

/** Where an office that goes about stands on a day, above the times of that day; nothing for one that stays where it is. */
export async function StopsOfDay({ officeId, date }: { officeId: string; date: CalendarDate | undefined }) {
  const stops = date ? await listStops(pool(), { officeId, from: date, until: date }) : []
  if (stops.length === 0) return null
  const t = await getTranslations('front.stops')
  const locale = await speakingLocale()
  return (
    <ul className="mb-4 grid gap-2">
      {stops.map(({ id, opens, closes, place, address, lat, lng }) => (
        <li key={id} className="rounded-card bg-sunken px-4 py-2.5">
          <span className="block text-small text-ink-soft">
            {t('standsHere')}{' '}
            <span className="tabular-nums">
              {opens}–{closes}
            </span>
          </span>
          <span className="block font-semibold">{place[locale]}</span>
          <span className="block text-small">{address[locale]}</span>
          <MapLink
            at={{ lat, lng }}
            name={place['zh-CN']}
            text={t('map')}
            about={`${date ? dayText(locale, date) : ''} ${place[locale]}`}
          />
        </li>
      ))}
    </ul>
  )
}
