import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { CHANGE_REASONS } from '#lib/format/change-reason.ts'

/** Why: one of the usual reasons, or own words, which are then told as they are in every language. */
export async function ReasonFields({
  typed,
  error,
  errorPrefix,
}: {
  typed: Readonly<Record<string, string | undefined>>
  error: string | undefined
  errorPrefix: string
}) {
  const t = await getTranslations('changes')
  return (
    <div id="reason" className="grid gap-x-4 sm:grid-cols-2">
      <SelectField
        name="usual"
        label={t('field.usual')}
        hint={t('field.usualHint')}
        error={error}
        errorPrefix={errorPrefix}
        options={[
          { value: '', text: t('reasons.own') },
          ...CHANGE_REASONS.map((value) => ({ value, text: t(`reasons.${value}`) })),
        ]}
        defaultValue={typed.usual ?? CHANGE_REASONS[0]}
      />
      <TextField
        name="words"
        label={t('field.words')}
        hint={t('field.wordsHint')}
        errorPrefix={errorPrefix}
        maxLength={120}
        autoComplete="off"
        defaultValue={typed.words}
      />
    </div>
  )
}
