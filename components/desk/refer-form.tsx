import { getTranslations } from 'next-intl/server'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { isAtWindow } from '#lib/domain/ticket.ts'
import { StepButton } from './step-button.tsx'

/** When feelings run high: leads them to a quiet room, in one act. */
export async function ReferForm({
  ticket,
  hidden,
  action,
}: {
  ticket: DayTicket
  hidden: Readonly<Record<string, string>>
  action: (form: FormData) => Promise<void>
}) {
  if (!isAtWindow(ticket.state)) return null
  const t = await getTranslations('rooms.refer')
  return (
    <form action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StepButton hotkey="t" name="event" value="refer">
        {t('open')}
      </StepButton>
    </form>
  )
}
