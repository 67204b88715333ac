import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import type { ServicesFound } from '#lib/domain/service-search.ts'
import type { PlacesFound } from './find-places.ts'
import { PARTY_GUIDES } from './guides/party-guide.ts'
import { ServiceRows } from './service-rows.tsx'
import { speakingLocale } from './speaking-locale.ts'
import { TopicNotices } from './topic-notices.tsx'

const MOST_PLACES = 8

/** What was found: plain answers first, then services, places and guides for parties; or what to try instead. */
export async function SearchResults({
  wish,
  found,
  places,
}: {
  wish: string
  found: ServicesFound
  places: PlacesFound
}) {
  const t = await getTranslations('home')
  const guide = await getTranslations('guide-parties')
  const locale = await speakingLocale()
  const rows = [
    ...places.regions.map((region) => ({
      href: `/offices?within=${region.code}`,
      title: region.name[locale],
      hint: t('found.region', { count: region.offices }),
    })),
    ...places.offices.map((office) => ({
      href: `/offices/${office.id}`,
      title: office.name[locale],
      hint: office.address[locale],
    })),
  ].slice(0, MOST_PLACES)
  const partyRows = PARTY_GUIDES.filter(({ partyType }) => found.parties.includes(partyType)).map(
    ({ slug }) => ({
      href: `/guides/parties/${slug}`,
      title: guide(`${slug}.name`),
      hint: guide(`${slug}.hint`),
    }),
  )
  const isEmpty = [found.services, found.topics, found.parties, rows].every((list) => list.length === 0)
  if (isEmpty) return <NothingFound wish={wish} />
  const placesFirst = places.regions.length > 0 && found.services.length === 0
  const services = found.services.length > 0 && (
    <section key="services" className="mb-6">
      <h2>{t('found.services')}</h2>
      <ServiceRows services={found.services} />
    </section>
  )
  const where = rows.length > 0 && (
    <section key="places" className="mb-6">
      <h2>{t('found.places')}</h2>
      <RowLinks rows={rows} />
    </section>
  )
  const guides = found.parties.length > 0 && (
    <section>
      <h2>{t('found.parties')}</h2>
      <RowLinks rows={partyRows} />
    </section>
  )
  return (
    <>
      <TopicNotices topics={found.topics} />
      {placesFirst ? [where, services] : [services, where]}
      {guides}
    </>
  )
}

async function NothingFound({ wish }: { wish: string }) {
  const t = await getTranslations('home.found')
  const examples = ['marriage', 'divorce', 'reissue', 'counselling'] as const
  return (
    <Notice title={t('none', { wish })} role="status">
      <p className="mt-1">{t('try')}</p>
      <ul className="flex flex-wrap gap-x-5">
        {examples.map((example) => (
          <li key={example}>
            <a
              className="prose-link inline-flex min-h-11 items-center"
              href={`/?${new URLSearchParams({ q: t(`examples.${example}`) })}`}
            >
              {t(`examples.${example}`)}
            </a>
          </li>
        ))}
        <li>
          <a className="prose-link inline-flex min-h-11 items-center" href="/">
            {t('all')}
          </a>
        </li>
      </ul>
      <p>{t('tryPlace')}</p>
      <p className="mt-2">
        {t('phone')}{' '}
        <a className="prose-link inline-flex min-h-11 items-center" href="/offices">
          {t('phoneLink')}
        </a>
      </p>
    </Notice>
  )
}
