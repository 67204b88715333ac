import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { GuideSection } from '#components/materials/guide-section.tsx'
import { LawLine } from '#components/materials/law-line.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { loadSection } from './load-section.ts'
import { PARTY_GUIDES } from './party-guide.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guides'))('title') }
}

/** All guides: by what is to be done, and by who comes. */
export default async function GuidesPage() {
  const t = await getTranslations('guides')
  const services = await getTranslations('services')
  const parties = await getTranslations('guide-parties')
  const visit = await getTranslations('home-visit.link')
  const counting = await loadSection('guides', 'counting')
  return (
    <CouplePage>
      <h1>{t('heading')}</h1>
      <p className="mb-6 text-ink-soft">{t('lead')}</p>
      <h2>{t('byService')}</h2>
      <RowLinks
        rows={SERVICES.map((service) => ({
          href: `/guides/${SERVICE_FACTS[service].slug}`,
          title: services(`${service}.name`),
          hint: services(`${service}.hint`),
        }))}
      />
      <section id="parties" className="mt-9 scroll-mt-4">
        <h2>{t('byParty')}</h2>
        <p className="mb-3 text-ink-soft">{t('byPartyLead')}</p>
        <RowLinks
          rows={PARTY_GUIDES.map(({ slug }) => ({
            href: `/guides/parties/${slug}`,
            title: parties(`${slug}.name`),
            hint: parties(`${slug}.hint`),
          }))}
        />
      </section>
      <section className="mt-9">
        <RowLinks rows={[{ href: '/home-visit', title: visit('title'), hint: visit('hint') }]} />
      </section>
      <GuideSection id="counting" title={counting.title} items={counting.items} law={counting.law}>
        <p className="mt-1">
          <a className="prose-link inline-flex min-h-11 items-center" href="/guides/agreement#dates">
            {t('countingLink')}
          </a>
        </p>
      </GuideSection>
      <div className="mt-9">
        <LawLine>{t('local')}</LawLine>
      </div>
    </CouplePage>
  )
}
