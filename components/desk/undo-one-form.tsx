import { getTranslations } from 'next-intl/server'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { type Act, ActForm } from './act-form.tsx'
import { SmallButton } from './small-button.tsx'
import { StepMenu } from './step-menu.tsx'

/** Takes one of two arrivals back, of whoever is not here after all; the other stays, and so does the number. */
export async function UndoOneForm({ entry, action }: { entry: DayEntry; action: Act }) {
  const { ticket, people } = entry
  const here = people.filter((person) => person.here)
  if (ticket?.state !== 'waiting' || !ticket.appointmentId || here.length < 2) return null
  const t = await getTranslations('proxy.one')
  return (
    <StepMenu hotkey="o" title={t('open')}>
      <ActForm action={action} className="grid gap-2">
        <input type="hidden" name="ticket" value={ticket.id} />
        <input type="hidden" name="version" value={ticket.version} />
        <input type="hidden" name="at" value={entry.id} />
        <p className="text-small text-ink-soft">{t('lead')}</p>
        {here.map(({ role, name }) => (
          <SmallButton key={role} name="role" value={role}>
            {t('submit', { name })}
          </SmallButton>
        ))}
      </ActForm>
    </StepMenu>
  )
}
