import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { GuideSection } from '#components/materials/guide-section.tsx'
import { LawLine } from '#components/materials/law-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('safety.help'))('tab') }
}

const SECTIONS = [
  { id: 'order', items: ['who', 'others', 'how', 'where', 'when', 'what', 'long'] },
  { id: 'police', items: ['come'] },
  { id: 'apart', items: ['separate', 'court'] },
] as const

/** Whom to turn to, and what this site can do so that nobody else reads along. */
export default async function SafetyPage() {
  const t = await getTranslations('safety.help')
  return (
    <CouplePage mood="quiet" back={{ href: '/', text: t('back') }}>
      <h1>{t('title')}</h1>
      <p className="mb-4 text-ink-soft">{t('lead')}</p>
      <div className="mb-5 grid gap-3">
        <ButtonLink href="tel:110">{t('call110')}</ButtonLink>
        <ButtonLink kind="second" href="tel:12338">
          {t('call12338')}
        </ButtonLink>
        <p className="text-small text-ink-soft">{t('about12338')}</p>
      </div>
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
      <h2 className="mt-9">{t('here')}</h2>
      <RowLinks
        rows={[
          { href: '/safety/leave', title: t('ways.leave'), hint: t('ways.leaveHint') },
          { href: '/contact', title: t('ways.contact'), hint: t('ways.contactHint') },
          { href: '/appointment', title: t('ways.care'), hint: t('ways.careHint') },
          { href: '/guides/counselling', title: t('ways.counselling'), hint: t('ways.counsellingHint') },
        ]}
      />
      <LawLine>{t('source')}</LawLine>
    </CouplePage>
  )
}
