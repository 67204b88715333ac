import { getTranslations } from 'next-intl/server'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { type TicketEvent, ticketSteps } from '#lib/domain/ticket.ts'
import { type Act, ActForm } from './act-form.tsx'
import { FinishForm } from './finish-form.tsx'
import { ForwardForm } from './forward-form.tsx'
import { GreenForm } from './green-form.tsx'
import { ProxyForm } from './proxy-form.tsx'
import { RateWay } from './rate-way.tsx'
import { ReferForm } from './refer-form.tsx'
import { StepButton } from './step-button.tsx'
import { StepMenu } from './step-menu.tsx'

export interface StepActions {
  readonly arrive: Act
  readonly step: Act
  readonly green: Act
  readonly proxy: Act
}

/** One key each; in the order in which a visit goes. */
const KEYS: Readonly<Record<TicketEvent, string>> = {
  call: 'c',
  begin: 'b',
  finish: 'f',
  recall: 'r',
  park: 'p',
  forward: 'w',
  return: 'q',
  miss: 'm',
  leave: 'l',
  reopen: 'z',
  undo: 'u',
}

/** What can be done with a number now; the step that comes next in an ordinary visit stands out. */
export async function StepForms({
  ticket,
  windows,
  window,
  actions,
}: {
  ticket: DayTicket
  windows: readonly string[]
  window: string | undefined
  actions: StepActions
}) {
  const t = await getTranslations('desk.steps')
  const possible = ticketSteps(ticket.state)
  const [main] = (['begin', 'finish', 'call'] as const).filter((event) => possible.includes(event))
  const hidden = { ticket: ticket.id, version: String(ticket.version), at: ticket.appointmentId ?? ticket.id }
  const steps = (Object.keys(KEYS) as TicketEvent[]).filter(
    (event) => possible.includes(event) && (event !== 'call' || window !== undefined),
  )
  return (
    <div className="grid grid-cols-2 gap-2">
      {steps.map((event) =>
        event === 'finish' || event === 'forward' ? (
          <StepMenu key={event} hotkey={KEYS[event]} title={t(event)} isMain={event === main}>
            {event === 'finish' ? (
              <FinishForm service={ticket.service} hidden={hidden} action={actions.step} />
            ) : (
              <ForwardForm windows={windows} hidden={hidden} action={actions.step} />
            )}
          </StepMenu>
        ) : (
          <ActForm key={event} action={actions.step}>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <StepButton hotkey={KEYS[event]} isMain={event === main} name="event" value={event}>
              {t(event)}
            </StepButton>
          </ActForm>
        ),
      )}
      <ReferForm ticket={ticket} hidden={hidden} action={actions.step} />
      <ProxyForm ticket={ticket} hidden={hidden} action={actions.proxy} />
      <RateWay ticket={ticket} />
      {ticket.state === 'waiting' ? (
        <StepMenu
          hotkey="s"
          title={(await getTranslations('front.green'))(ticket.greenChannel ? 'close' : 'open')}
        >
          <GreenForm isOpen={ticket.greenChannel} hidden={hidden} action={actions.green} />
        </StepMenu>
      ) : null}
    </div>
  )
}
