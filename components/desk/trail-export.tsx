import { getTranslations } from 'next-intl/server'
import { SmallButton } from './small-button.tsx'
import type { TrailChoice } from './trail-filter.tsx'
import { TrailFold } from './trail-fold.tsx'
import { TrailReason } from './trail-reason.tsx'

/** Takes the chosen days out as a signed file, for a reason. */
export async function TrailExport({
  action,
  asked,
  isWrong,
}: {
  action: string
  asked: TrailChoice
  isWrong: boolean
}) {
  const t = await getTranslations('audit.export')
  return (
    <TrailFold title={t('open')} wrong={isWrong ? t('wrong') : undefined}>
      <form method="post" action={action} className="grid gap-2 pb-2">
        <input type="hidden" name="where" value={asked.wide ? 'wide' : 'here'} />
        <input type="hidden" name="from" value={asked.from} />
        <input type="hidden" name="until" value={asked.until} />
        <TrailReason id="export-reason" label={t('reason')} />
        <p className="text-small text-ink-soft">{t('note')}</p>
        <SmallButton isMain>{t('submit')}</SmallButton>
      </form>
    </TrailFold>
  )
}
