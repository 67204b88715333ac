import { getTranslations } from 'next-intl/server'
import { SERVICES } from '#lib/domain/service.ts'
import { type Act, ActForm } from './act-form.tsx'
import { FIELD_LOOK, StepButton } from './step-button.tsx'

/** To another window, to another service, or both; they keep their place by the time they came. */
export async function ForwardForm({
  windows,
  hidden,
  action,
}: {
  windows: readonly string[]
  hidden: Readonly<Record<string, string>>
  action: Act
}) {
  const t = await getTranslations('desk')
  return (
    <ActForm action={action} className="grid gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="text-small">
        {t('forward.window')}
        <select name="toWindow" defaultValue="" className={FIELD_LOOK}>
          <option value="">{t('forward.any')}</option>
          {windows.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label className="text-small">
        {t('forward.service')}
        <select name="toService" defaultValue="" className={FIELD_LOOK}>
          <option value="">{t('forward.same')}</option>
          {SERVICES.map((service) => (
            <option key={service} value={service}>
              {t(`services.${service}`)}
            </option>
          ))}
        </select>
      </label>
      <StepButton isMain hotkey="Enter" name="event" value="forward">
        {t('forward.submit')}
      </StepButton>
    </ActForm>
  )
}
