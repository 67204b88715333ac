import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { DOCUMENT_TYPES } from '#lib/domain/party-type.ts'

type Values = Readonly<Record<'name' | 'documentType' | 'documentNumber' | 'phone', string>>

/** Anybody made up: checked by the same rules as a real identity, with what was typed kept when a rule says no. */
export async function DemoPersonForm({
  action,
  values,
  errors,
}: {
  action: string
  values: Values | undefined
  errors: readonly { field: string; text: string }[]
}) {
  const t = await getTranslations('identity')
  const errorPrefix = (await getTranslations('common'))('error')
  const errorOf = (field: keyof Values) => errors.find((error) => error.field === field)?.text
  const frame = (field: keyof Values) => ({
    name: field,
    label: t(`demo.field.${field}`),
    error: errorOf(field),
    errorPrefix,
    defaultValue: values?.[field],
  })
  return (
    <form method="post" action={action} noValidate aria-labelledby="free-entry">
      <h2 id="free-entry">{t('demo.enter')}</h2>
      <TextField {...frame('name')} autoComplete="off" maxLength={80} />
      <SelectField
        {...frame('documentType')}
        options={DOCUMENT_TYPES.map((value) => ({ value, text: t(`documentType.${value}`) }))}
      />
      <TextField
        {...frame('documentNumber')}
        hint={t('demo.hint.documentNumber')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      <TextField
        {...frame('phone')}
        hint={t('demo.hint.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        maxLength={30}
      />
      <Button type="submit">{t('demo.button')}</Button>
    </form>
  )
}
