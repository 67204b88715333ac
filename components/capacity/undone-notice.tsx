import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'

/** What becomes of the couples of a closure that is taken back: who keeps their time, and who is elsewhere by now. */
export function UndoneNotice({
  undone: { changeId, given, gone },
}: {
  undone: { readonly changeId: string; readonly given: number; readonly gone: number }
}) {
  const t = useTranslations('changes.undone')
  return (
    <div className="mt-4">
      <Notice tone={gone > 0 ? 'warn' : 'plain'} title={t('title')}>
        {given > 0 ? <p>{t('given', { count: given })}</p> : null}
        {gone > 0 ? <p>{t('gone', { count: gone })}</p> : null}
        <a className="prose-link inline-flex min-h-11 items-center" href={`/desk/manage/changes/${changeId}`}>
          {t('list')}
        </a>
      </Notice>
    </div>
  )
}
