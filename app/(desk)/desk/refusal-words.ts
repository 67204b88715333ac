import { getTranslations } from 'next-intl/server'

/** What the desk says to a refusal: of its most telling detail, otherwise that it did not work. */
export async function refusalWords(reason: string): Promise<string> {
  const t = await getTranslations('desk.refused')
  return t.has(reason as never) ? t(reason as never) : t('other')
}
