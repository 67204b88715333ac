import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'

/** For those who already have an appointment, only look for an office, or were asked to agree. */
export async function WaysOn() {
  const t = await getTranslations('home')
  const cards = [
    { href: '/appointment', name: 'mine' },
    { href: '/offices', name: 'offices' },
  ] as const
  return (
    <div className="mt-4 grid gap-4">
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-4">
        {cards.map((card) => (
          <li key={card.href} className="grid">
            <Card>
              <a href={card.href} className="block h-full px-4 py-3.5 no-underline">
                <span className="block font-semibold">{t(`${card.name}.title`)}</span>
                <span className="block text-small text-ink-soft">{t(`${card.name}.hint`)}</span>
              </a>
            </Card>
          </li>
        ))}
      </ul>
      <RowLinks rows={[{ href: '/agree', title: t('agree'), hint: t('agreeHint') }]} />
    </div>
  )
}
