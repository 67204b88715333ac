import { getTranslations } from 'next-intl/server'
import { SmallButton } from './small-button.tsx'
import { FIELD_LOOK } from './step-button.tsx'
import type { TrailChoice } from './trail-filter.tsx'
import { TrailFold } from './trail-fold.tsx'
import { TrailReason } from './trail-reason.tsx'

/** Looks up one person by the number of a document, for a reason. */
export async function TrailPerson({
  action,
  asked,
  isWrong,
}: {
  action: (form: FormData) => Promise<void>
  asked: TrailChoice
  isWrong: boolean
}) {
  const t = await getTranslations('audit.person')
  return (
    <TrailFold title={t('open')} wrong={isWrong ? t('wrong') : undefined}>
      <form action={action} className="grid gap-2 pb-2">
        <input type="hidden" name="where" value={asked.wide ? 'wide' : 'here'} />
        <div>
          <label htmlFor="number" className="block text-small">
            {t('number')}
          </label>
          <input
            id="number"
            name="number"
            required
            autoComplete="off"
            maxLength={40}
            className={FIELD_LOOK}
          />
        </div>
        <TrailReason id="person-reason" label={t('reason')} />
        <p className="text-small text-ink-soft">{t('note')}</p>
        <SmallButton isMain>{t('submit')}</SmallButton>
      </form>
    </TrailFold>
  )
}
