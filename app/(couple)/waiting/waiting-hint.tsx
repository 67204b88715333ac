import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'

/** Where days are full: the way to stand in line, without a promise. */
export async function WaitingHint({ href }: { href: string }) {
  const t = await getTranslations('waiting.hint')
  return (
    <section className="mt-6 border-t border-line pt-4">
      <p className="mb-3 text-small text-ink-soft">{t('text')}</p>
      <ButtonLink kind="second" href={href}>
        {t('link')}
      </ButtonLink>
    </section>
  )
}
