import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'

/** From which place above the office a value comes; nothing where it is the office's own. */
export async function FromPlace({
  origin,
}: {
  origin: { readonly name: LocalizedText | undefined } | undefined
}) {
  if (!origin) return null
  const t = await getTranslations('offices')
  const place = origin.name?.[await speakingLocale()] ?? t('page.nation')
  return <span className="block text-small font-normal text-ink-soft">{t('page.from', { place })}</span>
}
