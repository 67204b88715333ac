import { getTranslations } from 'next-intl/server'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { isAtWindow } from '#lib/domain/ticket.ts'
import { type Act, ActForm } from './act-form.tsx'
import { StepButton } from './step-button.tsx'

/** When feelings run high: leads them to a quiet room, in one act. */
export async function ReferForm({
  ticket,
  hidden,
  action,
}: {
  ticket: DayTicket
  hidden: Readonly<Record<string, string>>
  action: Act
}) {
  if (!isAtWindow(ticket.state)) return null
  const t = await getTranslations('rooms.refer')
  return (
    <ActForm action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StepButton hotkey="t" name="event" value="refer">
        {t('open')}
      </StepButton>
    </ActForm>
  )
}
