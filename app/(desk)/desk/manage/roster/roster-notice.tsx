import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'

const DONE: readonly string[] = ['added', 'removed', 'absent', 'back']

/** What has just been done, or why it was not. */
export async function RosterNotice({
  search,
  text,
}: {
  search: Readonly<Record<string, string | undefined>>
  /** Why not. */
  text: string | undefined
}) {
  const t = await getTranslations('staffing.done')
  const { done = '' } = search
  if (text)
    return (
      <Notice tone="stop" role="alert" title={t('refused')}>
        {text}
      </Notice>
    )
  if (done === 'copied')
    return (
      <Notice
        tone="ok"
        role="status"
        title={t('copied', { copied: Number(search.copied) || 0, left: Number(search.left) || 0 })}
      />
    )
  return DONE.includes(done) ? <Notice tone="ok" role="status" title={t(done as never)} /> : null
}
