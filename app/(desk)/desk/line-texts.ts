import { getTranslations } from 'next-intl/server'

/** What the mark of a list says of its line to the office: being opened, live, asking again, or cut. */
export async function lineTexts() {
  const t = await getTranslations('desk.live')
  return { opening: t('opening'), live: t('live'), polling: t('polling'), cut: t('cut') }
}
