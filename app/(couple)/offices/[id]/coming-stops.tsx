import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { MapLink } from '#components/office/map-link.tsx'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { dayText } from '#lib/format/dates.ts'
import { listStops } from '#lib/office/list-stops.ts'

const DAYS_SHOWN = 30
const MOST_SHOWN = 6

/** Where an office that goes about stands in the coming weeks; nothing for one that stays where it is. */
export async function ComingStops({ officeId, now }: { officeId: string; now: Date }) {
  const from = shanghaiToday(now)
  const stops = await listStops(pool(), { officeId, from, until: addDays(from, DAYS_SHOWN) })
  if (stops.length === 0) return null
  const t = await getTranslations('front.stops')
  const locale = await speakingLocale()
  return (
    <section>
      <h2>{t('coming')}</h2>
      <ul className="divide-y divide-line">
        {stops.slice(0, MOST_SHOWN).map(({ id, date, opens, closes, place, address, lat, lng }) => (
          <li key={id} className="py-2.5">
            <span className="block font-semibold">
              {dayText(locale, date, 'long')}{' '}
              <span className="tabular-nums">
                {opens}–{closes}
              </span>
            </span>
            <span className="block">{place[locale]}</span>
            <span className="block text-small text-ink-soft">{address[locale]}</span>
            <MapLink
              at={{ lat, lng }}
              name={place['zh-CN']}
              text={t('map')}
              about={`${dayText(locale, date)} ${place[locale]}`}
            />
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-soft">{t('mayChange')}</p>
    </section>
  )
}
