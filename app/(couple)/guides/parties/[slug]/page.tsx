import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadSection } from '#app/(couple)/guides/load-section.ts'
import { PARTY_GUIDES } from '#app/(couple)/guides/party-guide.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Contents } from '#components/materials/contents.tsx'
import { CoupleChecklist } from '#components/materials/couple-checklist.tsx'
import { GuideSection } from '#components/materials/guide-section.tsx'
import { LawLine } from '#components/materials/law-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'

interface PartyGuideProps {
  readonly params: Promise<{ slug: string }>
}

const SECTIONS = ['who', 'where', 'papers', 'validity', 'after', 'unsure'] as const

export async function generateMetadata({ params }: PartyGuideProps): Promise<Metadata> {
  const { slug } = await params
  const guide = PARTY_GUIDES.find((each) => each.slug === slug)
  if (!guide) return {}
  const t = await getTranslations('guides')
  const parties = await getTranslations('guide-parties')
  return { title: t('titleOf', { name: parties(`${guide.slug}.name`) }) }
}

/** What is different for a couple of which one is not an ordinary mainland resident. */
export default async function PartyGuidePage({ params }: PartyGuideProps) {
  const { slug } = await params
  const guide = PARTY_GUIDES.find((each) => each.slug === slug)
  if (!guide) notFound()
  const t = await getTranslations('guides')
  const own = await getTranslations(`guide-parties.${guide.slug}`)
  const now = new Date()
  const checklist = await compileChecklist({
    service: 'MARRIAGE',
    parties: [guide.partyType, 'MAINLAND'],
    on: shanghaiToday(now),
    now,
  })
  const sections = await Promise.all(
    SECTIONS.map(async (id) => ({ id, ...(await loadSection(`guide-parties.${guide.slug}`, id)) })),
  )
  return (
    <CouplePage back={{ href: '/guides#parties', text: t('back') }}>
      <h1>{own('name')}</h1>
      <p className="text-ink-soft">{own('lead')}</p>
      <Contents label={t('contents')} entries={sections} />
      {sections.map(({ id, title, items, law }) => (
        <GuideSection key={id} id={id} title={title} items={items} law={law}>
          {id === 'where' ? (
            <div className="no-print mt-4">
              <ButtonLink kind="second" href={`/offices?accepts=${guide.partyType}&service=MARRIAGE`}>
                {own('offices')}
              </ButtonLink>
            </div>
          ) : null}
          {id === 'papers' && checklist ? (
            <div className="mt-5">
              <CoupleChecklist checklist={checklist} />
            </div>
          ) : null}
        </GuideSection>
      ))}
      <LawLine>{t('local')}</LawLine>
      <div className="no-print mt-6">
        <ButtonLink href="/book/start?service=marriage">{t('startMarriage')}</ButtonLink>
      </div>
    </CouplePage>
  )
}
