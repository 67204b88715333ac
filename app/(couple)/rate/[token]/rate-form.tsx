import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { RATING_CONTACT, RATING_LEVELS, RATING_WORDS } from '#lib/domain/rating.ts'

/** Five levels, and words for whoever has some. The browser itself asks for a level, so that no words are lost. */
export async function RateForm({
  action,
  error,
  wrong,
  days,
}: {
  action: (form: FormData) => Promise<void>
  error: string | undefined
  wrong: string | undefined
  /** For so long the words are kept. */
  days: number
}) {
  const t = await getTranslations('rating.form')
  const common = await getTranslations('common')
  const errorOf = (name: string) => (name === wrong ? error : undefined)
  const errorPrefix = common('error')
  return (
    <form action={action}>
      <RadioCards
        name="level"
        legend={t('level')}
        error={errorOf('level')}
        errorPrefix={errorPrefix}
        required
        options={RATING_LEVELS.map((level) => ({ value: String(level), text: t(`levels.${level}`) }))}
      />
      <TextArea
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        error={errorOf('words')}
        errorPrefix={errorPrefix}
        maxLength={RATING_WORDS}
        autoComplete="off"
        rows={4}
      />
      <TextField
        name="contact"
        label={t('contact')}
        hint={t('contactHint')}
        error={errorOf('contact')}
        errorPrefix={errorPrefix}
        maxLength={RATING_CONTACT}
        autoComplete="off"
      />
      <Button type="submit">{t('submit')}</Button>
      <p className="mt-3 text-small text-ink-soft">{t('kept', { days })}</p>
    </form>
  )
}
