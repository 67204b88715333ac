import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import type { OfflinePlace } from './load-places.ts'

/** Offices without online booking, said plainly, with what to do instead. */
export async function OfflinePlaces({ places }: { places: readonly OfflinePlace[] }) {
  if (places.length === 0) return null
  const t = await getTranslations('journey')
  return (
    <section className="mt-8">
      <h2>{t('place.offline')}</h2>
      <Card>
        <ul className="divide-y divide-line px-4">
          {places.map((place) => (
            <li key={place.id} className="py-3">
              <a className="prose-link font-semibold" href={`/offices/${place.id}`}>
                {place.name}
              </a>
              <p className="text-small text-ink-soft">{place.instead}</p>
              <a className="prose-link text-small" href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>
                {place.phone}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
