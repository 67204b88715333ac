import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { heldTimeOf } from '#lib/edge/held-time.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { tellPartnerKind } from './actions.ts'

export const generateMetadata = stepMetadata('partner')

/** Where the second person comes from: it decides the documents, and whether this office may act. */
export default async function PartnerKindPage({ searchParams }: JourneySearch) {
  const answers = await requireStep('partner')
  if (answers.service && SERVICE_FACTS[answers.service].needsCase) redirect('/book/answers')
  const actor = await requireActor('/book/partner')
  const held = await heldTimeOf(actor, answers)
  const office = await getOffice(answers.officeId ?? '')
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const { wrong, cannot } = await searchParams
  const refusedType = PARTY_TYPES.find((type) => type === cannot)
  const error = refusedType
    ? t('partner.cannot', { party: t(`parties.${refusedType}`) })
    : wrong
      ? t('partner.kindMissing')
      : undefined
  return (
    <JourneyPage
      answers={answers}
      held={held}
      back={{ href: '/book/you', text: t('backTo.you') }}
      kicker={await loadKicker(answers)}
    >
      <ErrorSummary
        title={common('errorTitle')}
        errors={error ? [{ field: 'partyType', text: error }] : []}
      />
      <form action={tellPartnerKind}>
        <RadioCards
          name="partyType"
          legend={t('partner.kindLegend')}
          legendIsHeading
          hint={t('partner.kindHint')}
          error={error}
          errorPrefix={common('error')}
          value={answers.partner?.partyType}
          options={PARTY_TYPES.map((type) => ({
            value: type,
            text: t(`parties.${type}`),
            hint: office?.accepts.includes(type)
              ? undefined
              : t('partner.cannot', { party: t(`parties.${type}`) }),
          }))}
        />
        <Button type="submit">{common('continue')}</Button>
      </form>
    </JourneyPage>
  )
}
