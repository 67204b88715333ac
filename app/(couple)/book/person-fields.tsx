import { getTranslations } from 'next-intl/server'
import { TextField } from '#components/ui/field.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import type { Sex } from '#lib/domain/identity-number.ts'
import type { DocumentType } from '#lib/domain/party-type.ts'

/** Sex and birth date, asked only where the document's number does not tell them. */
export async function PersonFields({
  documentType,
  documentNumber,
  told,
  wrong,
}: {
  documentType: DocumentType
  documentNumber: string
  told: { readonly sex?: Sex; readonly birthDate?: string } | undefined
  wrong: (path: string) => string | undefined
}) {
  const number = readDocumentNumber(documentType, documentNumber, shanghaiToday(new Date()))
  if (documentType === 'RESIDENT_ID' || (number.valid && number.birthDate)) return null
  const t = await getTranslations('journey.you')
  const common = await getTranslations('common')
  return (
    <>
      <RadioCards
        name="sex"
        legend={t('sex')}
        errorPrefix={common('error')}
        error={wrong('sex')}
        value={told?.sex}
        columns={2}
        options={[
          { value: 'M', text: t('M') },
          { value: 'F', text: t('F') },
        ]}
      />
      <TextField
        name="birthDate"
        label={t('birthDate')}
        hint={t('birthDateHint')}
        error={wrong('birthDate')}
        errorPrefix={common('error')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={told?.birthDate ?? ''}
      />
    </>
  )
}
