import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

export interface LinkLine {
  readonly purpose: 'activate' | 'reset-password' | 'reset-totp'
  readonly createdAt: Date
  readonly createdByName: string | null
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** Which links were made for an account, by whom, and what became of them. */
export async function LinkList({
  links,
  now,
  locale,
}: {
  links: readonly LinkLine[]
  now: Date
  locale: Locale
}) {
  if (links.length === 0) return null
  const t = await getTranslations('accounts.links')
  const fate = ({ usedAt, expiresAt }: LinkLine) => {
    if (usedAt) return t('used', { at: instantText(locale, usedAt) })
    return t(expiresAt > now ? 'open' : 'over', { at: instantText(locale, expiresAt) })
  }
  return (
    <section aria-labelledby="links">
      <h2 id="links">{t('title')}</h2>
      <ul className="divide-y divide-line border-y border-line text-small">
        {links.map((link) => (
          <li
            key={link.createdAt.toISOString()}
            className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 py-1.5"
          >
            <span className="font-semibold">{t(`purpose.${link.purpose}`)}</span>
            <span>
              {t('made', {
                by: link.createdByName ?? t('operator'),
                at: instantText(locale, link.createdAt),
              })}
            </span>
            <span className="text-ink-soft">{fate(link)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
