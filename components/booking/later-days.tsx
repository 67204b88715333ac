import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import type { DaysOnOffer } from './days-on-offer.ts'

/** The days whose places come on offer at a time of their own, and when that is. */
export async function LaterDays({ offer, locale }: { offer: DaysOnOffer; locale: Locale }) {
  const t = await getTranslations('journey.date')
  const open = new Set(offer.days.filter(({ state }) => state === 'open').map(({ date }) => date))
  const later = [...(offer.releases ?? [])].filter(([date]) => !open.has(date))
  if (later.length === 0) return null
  return (
    <ul className="mt-2 text-small text-ink-soft">
      {later.map(([date, at]) => (
        <li key={date}>{t('releasedAt', { date: dayText(locale, date), at: instantText(locale, at) })}</li>
      ))}
    </ul>
  )
}
