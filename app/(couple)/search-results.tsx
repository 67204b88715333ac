import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import type { ServicesFound } from '#lib/domain/service-search.ts'
import type { SearchTopic } from '#lib/domain/service-words.ts'
import type { PlacesFound } from './find-places.ts'
import { ServiceRows } from './service-rows.tsx'
import { speakingLocale } from './speaking-locale.ts'

const MOST_PLACES = 8

const TOPIC_LINKS: Readonly<Record<SearchTopic, string>> = {
  withdrawal: `/guides/${SERVICE_FACTS.DIVORCE_APPLICATION.slug}`,
  contested: `/guides/${SERVICE_FACTS.COUNSELLING.slug}`,
  danger: `/guides/${SERVICE_FACTS.COUNSELLING.slug}`,
  appointment: '/appointment',
}

/** What was found: plain answers first, then services, then places; or what to try instead. */
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
  const isEmpty = found.services.length === 0 && found.topics.length === 0 && rows.length === 0
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
  return (
    <>
      {found.topics.map((topic) => (
        <div key={topic} className="mb-6">
          <Notice title={t(`topics.${topic}.title`)} tone={topic === 'danger' ? 'stop' : 'plain'}>
            <p>{t(`topics.${topic}.text`)}</p>
            <a className="prose-link inline-flex min-h-11 items-center" href={TOPIC_LINKS[topic]}>
              {t(`topics.${topic}.link`)}
            </a>
          </Notice>
        </div>
      ))}
      {placesFirst ? [where, services] : [services, where]}
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
