import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { CheckBox } from '#components/ui/check-box.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { PartyInput } from '#lib/domain/party.ts'
import { DOCUMENTS_OF } from '#lib/domain/party-type.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

/** What one of the two types or checks themselves; of the other nothing is shown. */
export async function PersonForm({
  index,
  person,
  errors,
  asksAgreement,
  action,
}: {
  index: number
  person: PartyInput | undefined
  errors: readonly RefusalDetail[]
  asksAgreement: boolean
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('turned')
  const people = await getTranslations('front.people')
  const documents = await getTranslations('journey.documents')
  const words = await getTranslations('refusals.field')
  const common = await getTranslations('common')
  const partyType = person?.partyType ?? 'MAINLAND'
  const frame = (field: string) => {
    const error = errors.find(({ path }) => path === `parties.0.${field}`)
    return { name: field, error: error && words(error.reason as never), errorPrefix: common('error') }
  }
  return (
    <form action={action} noValidate>
      <ErrorSummary
        title={common('errorTitle')}
        errors={errors.map(({ path, reason }) => {
          const field = path.split('.').at(-1) ?? ''
          const text = words(reason as never)
          return {
            field,
            text: people.has(field) ? common('errorAt', { where: people(field as never), text }) : text,
          }
        })}
      />
      <input type="hidden" name="who" value={index} />
      <input type="hidden" name="partyType" value={partyType} />
      <TextField
        {...frame('name')}
        label={people('name')}
        autoComplete="off"
        spellCheck={false}
        defaultValue={person?.name}
      />
      <SelectField
        {...frame('documentType')}
        label={people('documentType')}
        defaultValue={person?.documentType}
        options={DOCUMENTS_OF[partyType].map((value) => ({ value, text: documents(value) }))}
      />
      <TextField
        {...frame('documentNumber')}
        label={people('documentNumber')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="tabular-nums"
        defaultValue={person?.documentNumber}
      />
      <TextField
        {...frame('phone')}
        label={people('phone')}
        type="tel"
        autoComplete="off"
        className="tabular-nums"
        defaultValue={person?.phone}
      />
      {asksAgreement ? (
        <CheckBox name="agree" label={t('agree')} hint={t('agreeHint')} defaultChecked={false} />
      ) : null}
      <Button type="submit">{t('submit')}</Button>
    </form>
  )
}
