import { getTranslations } from 'next-intl/server'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { type Act, ActForm } from './act-form.tsx'
import { StepButton } from './step-button.tsx'

/** Puts down that nobody came, or takes that back. */
export async function MissForm({
  entry,
  mode,
  action,
}: {
  entry: Pick<DayEntry, 'code' | 'id' | 'people'>
  mode: 'submit' | 'void'
  action: Act
}) {
  const t = await getTranslations('counter.miss')
  return (
    <ActForm action={action}>
      <input type="hidden" name="code" value={entry.code} />
      <input type="hidden" name="at" value={entry.id} />
      <input type="hidden" name="roles" value={entry.people.map(({ role }) => role).join()} />
      <StepButton hotkey={mode === 'void' ? 'z' : 'm'} name="mode" value={mode}>
        {t(mode)}
      </StepButton>
    </ActForm>
  )
}
