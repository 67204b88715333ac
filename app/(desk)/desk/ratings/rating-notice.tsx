import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'

/** What became of the last act on this page. */
export async function RatingNotice({ search }: { search: Readonly<Record<string, string | undefined>> }) {
  const t = await getTranslations('rating')
  const { refused, done } = search
  if (done) return <Notice tone="ok" role="status" title={t('list.done')} />
  if (!refused) return null
  const said = t.has(`refused.${refused}` as never) ? t(`refused.${refused}` as never) : t('refused.other')
  return <Notice tone="warn" role="alert" title={said} />
}
