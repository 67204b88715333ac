import { getTranslations } from 'next-intl/server'
import { type Act, ActForm } from './act-form.tsx'
import { StepButton } from './step-button.tsx'

/** Calls whoever is next to the window of the shift; without a window it leads to the choice of one. */
export async function NextForm({ action, window }: { action: Act; window: string | undefined }) {
  const t = await getTranslations('desk.next')
  if (!window)
    return (
      <p className="text-small text-ink-soft">
        {t('noWindow')}{' '}
        <a className="prose-link inline-flex min-h-6 items-center" href="/desk/post?to=/desk">
          {t('chooseWindow')}
        </a>
      </p>
    )
  return (
    <ActForm action={action}>
      <StepButton isMain hotkey="n">
        {t('call')}
      </StepButton>
    </ActForm>
  )
}
