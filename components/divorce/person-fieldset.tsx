import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import type { PartyInput } from '#lib/domain/party.ts'
import { DOCUMENTS_OF, PARTY_TYPES } from '#lib/domain/party-type.ts'

/** Who shows which document, as one choice: `MAINLAND RESIDENT_ID`. */
const KINDS = PARTY_TYPES.flatMap((party) => DOCUMENTS_OF[party].map((document) => ({ party, document })))

/** One of the two people of an application, as the clerk reads them off the document. Names of fields are paths. */
export async function PersonFieldset({
  index,
  person,
  wrong,
}: {
  index: 0 | 1
  person: (PartyInput & { readonly locale: Locale }) | undefined
  /** What is wrong with a field, in words. */
  wrong: (path: string) => string | undefined
}) {
  const t = await getTranslations('cases.new')
  const journey = await getTranslations('journey')
  const common = await getTranslations('common')
  const path = (field: string) => `parties.${index}.${field}`
  const text = (
    field: 'documentNumber' | 'name' | 'phone',
    more: { inputMode?: 'tel'; maxLength: number },
  ) => (
    <TextField
      name={path(field)}
      label={t(field)}
      error={wrong(path(field))}
      errorPrefix={common('error')}
      autoComplete="off"
      spellCheck={false}
      defaultValue={person?.[field] ?? ''}
      {...more}
    />
  )
  const isTold = !person || person.documentType === 'RESIDENT_ID'
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-bold">{t('person', { role: index + 1 })}</legend>
      <SelectField
        name={path('documentType')}
        label={t('documentType')}
        error={wrong(path('documentType'))}
        errorPrefix={common('error')}
        defaultValue={`${person?.partyType ?? 'MAINLAND'} ${person?.documentType ?? 'RESIDENT_ID'}`}
        options={KINDS.map(({ party, document }) => ({
          value: `${party} ${document}`,
          text: t('kind', { party: journey(`parties.${party}`), document: journey(`documents.${document}`) }),
        }))}
      />
      {text('documentNumber', { maxLength: 30 })}
      {text('name', { maxLength: 60 })}
      {text('phone', { inputMode: 'tel', maxLength: 20 })}
      <details open={!isTold || Boolean(wrong(path('sex')) ?? wrong(path('birthDate')))} className="mb-5">
        <summary className="min-h-11 cursor-pointer py-2.5 text-small text-accent-deep">
          {t('untold')}
        </summary>
        <div className="grid grid-cols-2 gap-3">
          <SelectField
            name={path('sex')}
            label={t('sex')}
            error={wrong(path('sex'))}
            errorPrefix={common('error')}
            defaultValue={person?.sex ?? ''}
            options={[
              { value: '', text: t('byNumber') },
              { value: 'M', text: journey('you.M') },
              { value: 'F', text: journey('you.F') },
            ]}
          />
          <TextField
            name={path('birthDate')}
            type="date"
            label={t('birthDate')}
            error={wrong(path('birthDate'))}
            errorPrefix={common('error')}
            defaultValue={person?.birthDate ?? ''}
          />
        </div>
      </details>
      <SelectField
        name={path('locale')}
        label={t('locale')}
        errorPrefix={common('error')}
        defaultValue={person?.locale ?? 'zh-CN'}
        options={LOCALES.map((value) => ({ value, text: common(`languages.${value}`) }))}
      />
    </fieldset>
  )
}
