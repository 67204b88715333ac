import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { LawLine } from '#components/materials/law-line.tsx'
import { Card } from '#components/ui/card.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { loadRetention } from '#lib/edge/retention.ts'

const KINDS = [
  'draft',
  'appointment',
  'waiting',
  'messages',
  'noShow',
  'sessions',
  'record',
  'replay',
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mine.privacy'))('title') }
}

/** What is kept of people, for how long and why, what they can do about it, and whom to ask (个人信息保护法 art. 17). */
export default async function PrivacyPage() {
  const t = await getTranslations('mine.privacy')
  const times = { ...loadRetention() }
  return (
    <CouplePage>
      <h1>{t('title')}</h1>
      <p className="mb-5">{t('lead')}</p>
      <Card>
        <dl className="divide-y divide-line px-4">
          {KINDS.map((kind) => (
            <div key={kind} className="py-3">
              <dt className="font-semibold">{t(`kinds.${kind}.what`)}</dt>
              <dd>{t('long', { long: t(`kinds.${kind}.long`, times) })}</dd>
              <dd className="text-small text-ink-soft">{t(`kinds.${kind}.why`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <section className="mt-6">
        <h2>{t('rest.title')}</h2>
        <p>{t('rest.text')}</p>
      </section>
      <section className="mt-6">
        <h2>{t('rights.title')}</h2>
        <FactList facts={[t('rights.see'), t('rights.correct'), t('rights.delete'), t('rights.trail')]} />
        <p className="mt-2">
          <a className="prose-link inline-flex min-h-11 items-center" href="/mine">
            {t('ask.mine')}
          </a>
        </p>
      </section>
      <section className="mt-6">
        <h2>{t('ask.title')}</h2>
        <p>{t('ask.text')}</p>
        <p className="mb-4">
          <a className="prose-link inline-flex min-h-11 items-center" href="/offices">
            {t('ask.offices')}
          </a>
        </p>
        <LawLine>{t('law')}</LawLine>
      </section>
    </CouplePage>
  )
}
