import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { decideAgreement } from '#lib/domain/counter-agreement.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import type { Service } from '#lib/domain/service.ts'
import type { CounterForm } from './counter-form.ts'

/** How the second agrees: there, on the turned screen, on their own telephone, or later by message. */
export async function AgreementChoice({
  typed,
  parties,
  service,
  slotId,
}: {
  typed: CounterForm
  parties: readonly PartyFacts[]
  service: Service
  slotId: number
}) {
  const [, second] = parties
  if (!second) return null
  const t = await getTranslations('front.check')
  const turned = await getTranslations('turned.agreement')
  const common = await getTranslations('common')
  if (typed.together)
    return (
      <Notice title={t('together')}>
        <p>{t('togetherText')}</p>
      </Notice>
    )
  const screen = typed.turned?.agreed
  const time = { service, slotId }
  const hasAgreed = screen && decideAgreement(parties, { together: false, screen }, time).ok
  if (hasAgreed)
    return (
      <Notice tone="ok" title={turned('screen')}>
        <p>{turned('screenText')}</p>
        <input type="hidden" name="agreement" value="screen" />
      </Notice>
    )
  const mayCall = decideAgreement(parties, { together: false, telephone: true }, time).ok
  const asked = { value: 'message', text: t('asked'), hint: t('askedText') }
  const called = {
    value: 'telephone',
    text: turned('telephone', { end: second.phone.slice(-4) }),
    hint: turned('telephoneHint'),
  }
  return (
    <div className="basis-full">
      {screen ? <Notice tone="warn" title={turned('void')} /> : null}
      <RadioCards
        name="agreement"
        legend={turned('legend')}
        hint={mayCall ? undefined : turned('samePhone')}
        errorPrefix={common('error')}
        value="message"
        options={mayCall ? [asked, called] : [asked]}
      />
    </div>
  )
}
