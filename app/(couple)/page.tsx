import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { QUIET_TOPICS } from '#lib/domain/search-topics.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { type ServicesFound, searchServices } from '#lib/domain/service-search.ts'
import { findPlaces } from './find-places.ts'
import { SearchForm } from './search-form.tsx'
import { SearchResults } from './search-results.tsx'
import { ServiceRows } from './service-rows.tsx'
import { WaysOn } from './ways-on.tsx'

interface Search {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const LONGEST_WISH = 60

/** The title never repeats what was searched for: it stays in the history of a shared telephone. */
export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const common = await getTranslations('common')
  const t = await getTranslations('home')
  const isSearch = readWish((await searchParams).q) !== ''
  return { title: isSearch ? `${t('search.title')} · ${common('title')}` : common('title') }
}

/** The front door: what holds for everybody, a search by plain words, the services, and the ways on. */
export default async function HomePage({ searchParams }: Search) {
  const wish = readWish((await searchParams).q)
  if (wish !== '') return <FoundPage wish={wish} />
  const t = await getTranslations('home')
  const genuine = await getTranslations('genuine')
  return (
    <CouplePage>
      <h1>{t('title')}</h1>
      <FactList facts={[t('facts.nationwide'), t('facts.free'), t('facts.both')]} />
      <SearchForm wish="" />
      <h2 className="sr-only">{t('services')}</h2>
      <ServiceRows services={SERVICES} />
      <WaysOn />
      <p className="my-5 text-small text-ink-soft">{t('notRegistration')}</p>
      <Notice title={t('safety.title')} tone="warn">
        <p className="text-small">{t('safety.text')}</p>
        <a className="prose-link inline-flex min-h-11 items-center text-small" href="/genuine">
          {genuine('title')}
        </a>
      </Notice>
    </CouplePage>
  )
}

async function FoundPage({ wish }: { wish: string }) {
  const t = await getTranslations('home.search')
  const found = searchServices(wish)
  const mood = moodOf(found)
  return (
    <CouplePage mood={mood} back={{ href: '/', text: t('back') }}>
      <h1>{t('title')}</h1>
      <SearchForm wish={wish} />
      <SearchResults wish={wish} found={found} places={await findPlaces(wish)} />
    </CouplePage>
  )
}

function readWish(q: string | string[] | undefined): string {
  return typeof q === 'string' ? q.trim().slice(0, LONGEST_WISH) : ''
}

function moodOf({ services, topics }: ServicesFound): 'warm' | 'quiet' {
  const [first] = services
  if (topics.some((topic) => QUIET_TOPICS.includes(topic))) return 'quiet'
  return first ? SERVICE_FACTS[first].mood : 'warm'
}
