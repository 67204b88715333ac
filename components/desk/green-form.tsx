import { getTranslations } from 'next-intl/server'
import { GREEN_REASONS, UNGREEN_REASONS } from '#lib/domain/green-channel.ts'
import { type Act, ActForm } from './act-form.tsx'
import { StepButton } from './step-button.tsx'

/** Opens the green channel for a number that waits, or closes it again; the reason goes on the record. */
export async function GreenForm({
  isOpen,
  hidden,
  action,
}: {
  isOpen: boolean
  hidden: Readonly<Record<string, string>>
  action: Act
}) {
  const t = await getTranslations('front.green')
  return (
    <ActForm action={action} className="grid gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="text-small">
        {t('reason')}
        <select
          name="reason"
          className="block min-h-9 w-full rounded-small border border-line-strong bg-surface px-2 text-small"
        >
          {isOpen
            ? UNGREEN_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`closing.${reason}`)}
                </option>
              ))
            : GREEN_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`opening.${reason}`)}
                </option>
              ))}
        </select>
      </label>
      <StepButton isMain hotkey="Enter" name="green" value={isOpen ? 'close' : 'open'}>
        {t(isOpen ? 'close' : 'open')}
      </StepButton>
    </ActForm>
  )
}
