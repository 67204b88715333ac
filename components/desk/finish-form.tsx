import { getTranslations } from 'next-intl/server'
import { needsReason, outcomesOf } from '#lib/domain/outcome.ts'
import type { Service } from '#lib/domain/service.ts'
import { StepButton } from './step-button.tsx'

const FIELD = 'block min-h-9 w-full rounded-small border border-line-strong bg-surface px-2 text-small'

/** How the visit ended. The first outcome is the usual one; a refusal asks for its reason. */
export async function FinishForm({
  service,
  hidden,
  action,
}: {
  service: Service
  hidden: Readonly<Record<string, string>>
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('desk')
  const outcomes = outcomesOf(service)
  return (
    <form action={action} className="grid gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="mb-1 text-small font-semibold">{t('finish.legend')}</legend>
        {outcomes.map((outcome, index) => (
          <label key={outcome} className="flex min-h-8 items-center gap-2 text-small">
            <input
              type="radio"
              name="outcome"
              value={outcome}
              defaultChecked={index === 0}
              data-key={String(index + 1)}
              className="size-4 accent-accent"
            />
            {t(`outcomes.${outcome}`)}
          </label>
        ))}
      </fieldset>
      {service === 'COUNSELLING' ? null : (
        <label className="text-small">
          {t('finish.documents')}
          <input name="documents" className={FIELD} maxLength={80} autoComplete="off" />
          <span className="text-ink-soft">{t('finish.documentsHint')}</span>
        </label>
      )}
      {outcomes.some(needsReason) ? (
        <label className="text-small">
          {t('finish.reason')}
          <input name="reason" className={FIELD} maxLength={200} autoComplete="off" />
          <span className="text-ink-soft">{t('finish.reasonHint')}</span>
        </label>
      ) : null}
      <StepButton isMain hotkey="Enter" name="event" value="finish">
        {t('finish.submit')}
      </StepButton>
    </form>
  )
}
