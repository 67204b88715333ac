import { getTranslations } from 'next-intl/server'
import { needsReason, outcomesOf, REJECTIONS } from '#lib/domain/outcome.ts'
import type { Service } from '#lib/domain/service.ts'
import { type Act, ActForm } from './act-form.tsx'
import { FIELD_LOOK, StepButton } from './step-button.tsx'

/** How the visit ended, in one choice: the usual outcome stands first, a no stands with its reason. */
export async function FinishForm({
  service,
  hidden,
  action,
}: {
  service: Service
  hidden: Readonly<Record<string, string>>
  action: Act
}) {
  const t = await getTranslations('desk')
  const outcomes = outcomesOf(service)
  return (
    <ActForm action={action} className="grid gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="text-small">
        <span className="font-semibold">{t('finish.legend')}</span>
        <select name="outcome" className={FIELD_LOOK}>
          {outcomes
            .filter((outcome) => !needsReason(outcome))
            .map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcomes.${outcome}`)}
              </option>
            ))}
          {outcomes.filter(needsReason).map((outcome) => (
            <optgroup key={outcome} label={t(`outcomes.${outcome}`)}>
              {REJECTIONS.map((rejection) => (
                <option key={rejection} value={`${outcome} ${rejection}`}>
                  {t(`rejections.${rejection}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {service === 'COUNSELLING' || service === 'CEREMONY' ? null : (
        <label className="text-small">
          {t('finish.documents')}
          <input name="documents" className={FIELD_LOOK} maxLength={120} autoComplete="off" />
          <span className="text-ink-soft">{t('finish.documentsHint')}</span>
        </label>
      )}
      <StepButton isMain hotkey="Enter" name="event" value="finish">
        {t('finish.submit')}
      </StepButton>
    </ActForm>
  )
}
