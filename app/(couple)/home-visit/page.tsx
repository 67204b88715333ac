import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { GuideSection } from '#components/materials/guide-section.tsx'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { listVisitingOffices } from '#lib/desk/list-visiting-offices.ts'
import { loadRetention } from '#lib/edge/retention.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.page'))('tab') }
}

const SECTIONS = [
  { id: 'who', items: ['old', 'ill', 'disabled'] },
  { id: 'what', items: ['marriage', 'copy', 'divorce'] },
  { id: 'how', items: ['call', 'two', 'papers', 'both'] },
] as const

/** Who cannot come asks the office to come: what can be done at home, for whom, and how to ask. */
export default async function HomeVisitPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const t = await getTranslations('home-visit.page')
  const locale = await speakingLocale()
  const { sent } = await searchParams
  const offices = await listVisitingOffices(pool())
  return (
    <CouplePage mood="quiet" back={{ href: '/guides', text: t('back') }}>
      {sent ? (
        <div className="mb-5">
          <Notice tone="ok" role="status" title={t('sent')}>
            <p>
              {t('sentText')}{' '}
              <a className="prose-link" href="/home-visit/own">
                {t('own')}
              </a>
            </p>
          </Notice>
        </div>
      ) : null}
      <h1>{t('title')}</h1>
      <p className="mb-5 text-ink-soft">{t('lead')}</p>
      {SECTIONS.map(({ id, items }) => (
        <GuideSection
          key={id}
          id={id}
          title={t(`${id}.title`)}
          items={items.map((item) => t(`${id}.items.${item}`))}
          isOrdered={false}
          law={t(`${id}.law`)}
        />
      ))}
      <h2 className="mt-8">{t('ask')}</h2>
      <p className="mb-3 text-ink-soft">{t('askText')}</p>
      <ButtonLink href="/home-visit/ask">{t('askOnline')}</ButtonLink>
      <p className="mt-2">
        <a className="prose-link inline-flex min-h-11 items-center" href="/home-visit/own">
          {t('own')}
        </a>
      </p>
      <h2 className="mt-8">{t('offices')}</h2>
      <ul className="divide-y divide-line">
        {offices.map(({ id, name, phone }) => (
          <li key={id} className="py-2">
            <a className="prose-link flex min-h-11 w-fit items-center font-semibold" href={`/offices/${id}`}>
              {name[locale]}
            </a>
            <PhoneLink phone={phone} />
          </li>
        ))}
      </ul>
      <p className="mt-4 text-small text-ink-soft">{t('kept', { days: loadRetention().days })}</p>
    </CouplePage>
  )
}
