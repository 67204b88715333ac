import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { PersonFields } from '#app/(couple)/book/person-fields.tsx'
import { readOwn } from '#app/(couple)/book/read-parties.ts'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { identityOf } from '#lib/domain/actor.ts'
import { maskNumber } from '#lib/domain/masking.ts'
import { partyTypesOf } from '#lib/domain/party-type.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { heldTimeOf } from '#lib/edge/held-time.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { tellOwn } from './actions.ts'

export const generateMetadata = stepMetadata('you')

/** Who books: name and document come from the sign-in, only what it does not tell is asked. */
export default async function YouPage({ searchParams }: JourneySearch) {
  const answers = await requireStep('you')
  const actor = await requireActor('/book/you')
  const held = await heldTimeOf(actor, answers)
  const identity = identityOf(actor)
  if (!identity) throw new Error('a person has an identity')
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const field = await getTranslations('refusals.field')
  const types = partyTypesOf(identity.documentType)
  const read = (await searchParams).wrong ? readOwn(identity, answers.you) : undefined
  const errors = read && !read.ok ? read.errors : []
  const wrong = (path: string) => {
    const error = errors.find((one) => one.path === path)
    return error ? field(error.reason) : undefined
  }
  return (
    <JourneyPage
      answers={answers}
      held={held}
      back={
        answers.waiting
          ? { href: '/waiting/join', text: t('backTo.waiting') }
          : { href: '/book/time', text: t('backTo.time') }
      }
      kicker={await loadKicker(answers)}
    >
      <ErrorSummary
        title={common('errorTitle')}
        errors={errors.map(({ path, reason }) => ({ field: path, text: field(reason) }))}
      />
      <h1>{t('you.title')}</h1>
      <p className="mb-3 text-ink-soft">{t('you.lead')}</p>
      <p className="mb-5 rounded-card border border-line bg-surface px-4 py-3">
        <span className="block font-semibold">{identity.name}</span>
        <span className="block text-small text-ink-soft tabular-nums">
          {t(`documents.${identity.documentType}`)} {maskNumber(identity.documentNumber)}
        </span>
      </p>
      <form action={tellOwn} noValidate>
        {types.length > 1 ? (
          <RadioCards
            name="partyType"
            legend={t('you.partyType')}
            errorPrefix={common('error')}
            error={wrong('partyType')}
            value={answers.you?.partyType ?? types[0]}
            options={types.map((type) => ({ value: type, text: t(`parties.${type}`) }))}
          />
        ) : null}
        <TextField
          name="phone"
          label={t('you.phone')}
          hint={t('you.phoneHint')}
          error={wrong('phone')}
          errorPrefix={common('error')}
          type="tel"
          autoComplete="tel"
          defaultValue={answers.you?.phone ?? identity.phone ?? ''}
        />
        <PersonFields
          documentType={identity.documentType}
          documentNumber={identity.documentNumber}
          told={answers.you}
          wrong={wrong}
        />
        <Button type="submit">{common('continue')}</Button>
      </form>
    </JourneyPage>
  )
}
