import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { exitAddress } from '#lib/edge/exit-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('safety.help'))('tab') }
}

const SECTIONS = [
  { id: 'does', items: ['press', 'keys', 'back', 'kept'] },
  { id: 'cannot', items: ['history', 'watched', 'noScript', 'messages'] },
  { id: 'clear', items: ['menu', 'private', 'signOut', 'other'] },
] as const

/** What the exit button does, what it cannot do, and how to clear what it leaves. */
export default async function LeavePage() {
  const t = await getTranslations('safety.leave')
  const site = new URL(exitAddress()).host
  return (
    <CouplePage mood="quiet" back={{ href: '/safety', text: t('back') }}>
      <h1>{t('title')}</h1>
      <p className="mb-4 text-ink-soft">{t('lead')}</p>
      {SECTIONS.map(({ id, items }) => (
        <section key={id} className="mb-5">
          <h2>{t(`${id}.title`)}</h2>
          <ul className="grid list-disc gap-1.5 pl-5">
            {items.map((item) => (
              <li key={item}>{t(`${id}.items.${item}`, { site })}</li>
            ))}
          </ul>
        </section>
      ))}
    </CouplePage>
  )
}
