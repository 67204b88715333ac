import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { PartyInput } from '#lib/domain/party.ts'
import { DOCUMENT_TYPES, PARTY_TYPES } from '#lib/domain/party-type.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

/** One of the people, in the order in which they are asked on the telephone. */
export async function PersonFieldset({
  index,
  legend,
  typed,
  errors,
}: {
  index: number
  legend: string
  typed: PartyInput | undefined
  errors: readonly RefusalDetail[]
}) {
  const t = await getTranslations('front.people')
  const journey = await getTranslations('journey')
  const words = await getTranslations('refusals.field')
  const errorPrefix = (await getTranslations('common'))('error')
  const nameOf = (field: string) => `parties.${index}.${field}`
  const frame = (field: string) => {
    const error = errors.find(({ path }) => path === nameOf(field))
    return { name: nameOf(field), error: error && words(error.reason as never), errorPrefix }
  }
  return (
    <fieldset>
      <legend className="mb-3 text-lead font-bold">{legend}</legend>
      <TextField
        {...frame('name')}
        label={t('name')}
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed?.name}
      />
      <div className="grid grid-cols-2 gap-x-3">
        <SelectField
          {...frame('partyType')}
          label={t('partyType')}
          defaultValue={typed?.partyType}
          options={PARTY_TYPES.map((value) => ({ value, text: journey(`parties.${value}`) }))}
        />
        <SelectField
          {...frame('documentType')}
          label={t('documentType')}
          defaultValue={typed?.documentType}
          options={DOCUMENT_TYPES.map((value) => ({ value, text: journey(`documents.${value}`) }))}
        />
      </div>
      <TextField
        {...frame('documentNumber')}
        label={t('documentNumber')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="tabular-nums"
        defaultValue={typed?.documentNumber}
      />
      <TextField
        {...frame('phone')}
        label={t('phone')}
        type="tel"
        autoComplete="off"
        className="tabular-nums"
        defaultValue={typed?.phone}
      />
      <details
        className="mb-5"
        open={errors.some(({ path }) => path === nameOf('sex') || path === nameOf('birthDate'))}
      >
        <summary className="min-h-8 cursor-pointer text-small text-ink-soft">{t('more')}</summary>
        <div className="mt-2 grid grid-cols-2 gap-x-3">
          <SelectField
            {...frame('sex')}
            label={journey('you.sex')}
            defaultValue={typed?.sex}
            options={[
              { value: '', text: '—' },
              { value: 'M', text: journey('you.M') },
              { value: 'F', text: journey('you.F') },
            ]}
          />
          <TextField
            {...frame('birthDate')}
            label={journey('you.birthDate')}
            placeholder="1990-01-31"
            autoComplete="off"
            defaultValue={typed?.birthDate}
          />
        </div>
      </details>
    </fieldset>
  )
}
