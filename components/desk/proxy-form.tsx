import { getTranslations } from 'next-intl/server'
import { refuseProxy } from '#lib/domain/proxy.ts'
import { isAtWindow, type Ticket } from '#lib/domain/ticket.ts'
import { type Act, ActForm } from './act-form.tsx'
import { StepButton } from './step-button.tsx'
import { StepMenu } from './step-menu.tsx'

/** Marks that somebody else is here for the person, or takes it back; says first which papers that needs, and by what rule. */
export async function ProxyForm({
  ticket,
  hidden,
  action,
}: {
  ticket: Pick<Ticket, 'service' | 'state' | 'proxy'>
  hidden: Readonly<Record<string, string>>
  action: Act
}) {
  const { service, state, proxy } = ticket
  const isOpen = state === 'waiting' || state === 'parked' || isAtWindow(state)
  if (refuseProxy(service) || !isOpen) return null
  const t = await getTranslations('proxy')
  return (
    <StepMenu hotkey="y" title={t(proxy ? 'close' : 'open')}>
      <ActForm action={action} className="grid gap-2">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="text-small">{t(proxy ? 'closeLead' : 'needs')}</p>
        {proxy ? null : <p className="text-small text-ink-soft">{t('source')}</p>}
        <StepButton isMain hotkey="Enter" name="proxy" value={proxy ? 'no' : 'yes'}>
          {t(proxy ? 'closeSubmit' : 'submit')}
        </StepButton>
      </ActForm>
    </StepMenu>
  )
}
