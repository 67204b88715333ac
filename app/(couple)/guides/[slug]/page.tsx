import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GUIDE_OUTLINES } from '#app/(couple)/guides/guide-outline.ts'
import { loadQuestions, loadSection } from '#app/(couple)/guides/load-section.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Contents } from '#components/materials/contents.tsx'
import { GuideSection } from '#components/materials/guide-section.tsx'
import { LawLine } from '#components/materials/law-line.tsx'
import { Questions } from '#components/materials/questions.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SERVICE_FACTS, serviceOfSlug } from '#lib/domain/service.ts'
import { GuideChecklist } from './guide-checklist.tsx'
import { WorkedDates } from './worked-dates.tsx'

interface GuideProps {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** The title names a quiet service only neutrally: it is seen by whoever looks at the screen or the history. */
export async function generateMetadata({ params }: GuideProps): Promise<Metadata> {
  const service = serviceOfSlug((await params).slug)
  if (!service) return {}
  const services = await getTranslations('services')
  const t = await getTranslations('guides')
  const name = services(`${service}.${SERVICE_FACTS[service].mood === 'quiet' ? 'neutral' : 'name'}`)
  return { title: t('titleOf', { name }) }
}

/** All there is to know about one service before booking it. */
export default async function GuidePage({ params, searchParams }: GuideProps) {
  const service = serviceOfSlug((await params).slug)
  if (!service) notFound()
  const search = singleAnswers(await searchParams)
  const t = await getTranslations('guides')
  const services = await getTranslations('services')
  const { namespace, sections: outlines, changes } = GUIDE_OUTLINES[service]
  const own = await getTranslations(namespace)
  const { mood, slug, durationMinutes } = SERVICE_FACTS[service]
  const questions = await loadQuestions(namespace)
  const sections = await Promise.all(
    outlines.map(async (outline) => ({ ...outline, ...(await loadSection(namespace, outline.id)) })),
  )
  const start = <ButtonLink href={`/book/start?service=${slug}`}>{t('start')}</ButtonLink>
  return (
    <CouplePage mood={mood} back={{ href: '/guides', text: t('back') }}>
      <h1>{services(`${service}.name`)}</h1>
      <p className="mb-4 text-ink-soft">{own('lead')}</p>
      <FactList
        facts={[services(`${service}.who`), t('facts.minutes', { minutes: durationMinutes }), t('facts.fee')]}
      />
      <div className="mt-4">
        <Notice title={own('notice.title')}>
          <p>{own('notice.text')}</p>
        </Notice>
      </div>
      <div className="no-print mt-5">{start}</div>
      <Contents
        label={t('contents')}
        entries={[
          ...sections,
          ...(changes.length > 0 ? [{ id: 'changes', title: t('changes.title') }] : []),
          { id: 'questions', title: t('questions') },
        ]}
      />
      {sections.map(({ id, title, items, isOrdered, law, shows, links }) => (
        <GuideSection key={id} id={id} title={title} items={items} isOrdered={isOrdered ?? false} law={law}>
          {shows === 'checklist' ? <GuideChecklist service={service} search={search} /> : null}
          {shows === 'dates' ? <WorkedDates service={service} anchor={id} search={search} /> : null}
          {links ? (
            <p className="no-print mt-1 flex flex-wrap gap-x-5">
              {links.map((link) => (
                <a key={link.href} className="prose-link inline-flex min-h-11 items-center" href={link.href}>
                  {t(`links.${link.text}`)}
                </a>
              ))}
            </p>
          ) : null}
        </GuideSection>
      ))}
      {changes.length > 0 ? (
        <GuideSection
          id="changes"
          title={t('changes.title')}
          items={changes.map((change) => t(`changes.items.${change}`))}
          law={t('changes.law')}
        />
      ) : null}
      <Questions title={t('questions')} questions={questions} />
      <LawLine>{t('local')}</LawLine>
      <div className="no-print mt-6">{start}</div>
    </CouplePage>
  )
}

// A parameter given twice counts once: the first.
function singleAnswers(
  search: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<'you' | 'partner' | 'accepted', string | undefined>> {
  const first = (name: string) => [search[name]].flat()[0]
  return { you: first('you'), partner: first('partner'), accepted: first('accepted') }
}
