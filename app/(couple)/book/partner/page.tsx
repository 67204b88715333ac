import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { PersonFields } from '#app/(couple)/book/person-fields.tsx'
import { readPartner } from '#app/(couple)/book/read-parties.ts'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { DOCUMENTS_OF } from '#lib/domain/party-type.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { heldTimeOf } from '#lib/edge/held-time.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { tellPartner } from './actions.ts'

export const generateMetadata = stepMetadata('partner')

/** Who comes along, as on her document; she will look at it herself and decide. */
export default async function PartnerPage({ searchParams }: JourneySearch) {
  const answers = await requireStep('partner')
  if (answers.service && SERVICE_FACTS[answers.service].needsCase) redirect('/book/answers')
  const actor = await requireActor('/book/partner')
  const held = await heldTimeOf(actor, answers)
  const { partner } = answers
  if (!partner?.partyType) redirect('/book/partner/kind')
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const field = await getTranslations('refusals.field')
  const documents = DOCUMENTS_OF[partner.partyType]
  const documentType = partner.documentType ?? documents[0] ?? 'RESIDENT_ID'
  const { wrong: isWrong, same } = await searchParams
  const read = isWrong ? readPartner(partner) : undefined
  const errors = [
    ...(read && !read.ok ? read.errors : []),
    ...(same ? [{ path: 'documentNumber', reason: 'same-person' }] : []),
  ]
  const wrong = (path: string) => {
    const error = errors.find((one) => one.path === path)
    return error ? field(error.reason) : undefined
  }
  const errorPrefix = common('error')
  return (
    <JourneyPage
      answers={answers}
      held={held}
      back={{ href: '/book/you', text: t('backTo.you') }}
      kicker={await loadKicker(answers)}
    >
      <ErrorSummary
        title={common('errorTitle')}
        errors={errors.map(({ path, reason }) => ({ field: path, text: field(reason) }))}
      />
      <h1>{t('partner.title')}</h1>
      <p className="mb-3 text-ink-soft">{t('partner.lead')}</p>
      <p className="mb-5">
        {t('partner.kind', { party: t(`parties.${partner.partyType}`) })}{' '}
        <a className="prose-link inline-flex min-h-11 items-center" href="/book/partner/kind">
          {t('partner.changeKind')}
        </a>
      </p>
      <form action={tellPartner} noValidate>
        <TextField
          name="name"
          label={t('partner.name')}
          hint={t('partner.nameHint')}
          error={wrong('name')}
          errorPrefix={errorPrefix}
          autoComplete="off"
          spellCheck={false}
          defaultValue={partner.name ?? ''}
        />
        {documents.length > 1 ? (
          <SelectField
            name="documentType"
            label={t('partner.documentType')}
            error={wrong('documentType')}
            errorPrefix={errorPrefix}
            defaultValue={documentType}
            options={documents.map((type) => ({ value: type, text: t(`documents.${type}`) }))}
          />
        ) : null}
        <TextField
          name="documentNumber"
          label={documents.length > 1 ? t('partner.documentNumber') : t(`documents.${documentType}`)}
          hint={t('partner.documentNumberHint')}
          error={wrong('documentNumber')}
          errorPrefix={errorPrefix}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="tabular-nums"
          defaultValue={partner.documentNumber ?? ''}
        />
        <TextField
          name="phone"
          label={t('partner.phone')}
          hint={t('partner.phoneHint')}
          error={wrong('phone')}
          errorPrefix={errorPrefix}
          type="tel"
          autoComplete="off"
          defaultValue={partner.phone ?? ''}
        />
        <PersonFields
          documentType={documentType}
          documentNumber={partner.documentNumber ?? ''}
          told={partner}
          wrong={wrong}
        />
        <Button type="submit">{common('continue')}</Button>
      </form>
    </JourneyPage>
  )
}
