import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { DEVICE_KINDS } from '#lib/domain/device.ts'

/** Adds a screen to the office. */
export async function DeviceForm({
  action,
  isWrong,
}: {
  action: (form: FormData) => Promise<void>
  isWrong: boolean
}) {
  const t = await getTranslations('hall.devices')
  const common = await getTranslations('common')
  const error = isWrong ? t('fault') : undefined
  return (
    <section aria-labelledby="make" className="max-w-[420px]">
      <h2 id="make">{t('make')}</h2>
      <ErrorSummary title={t('faultTitle')} errors={error ? [{ field: 'name', text: error }] : []} />
      <form action={action} noValidate>
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={error}
          errorPrefix={common('error')}
          autoComplete="off"
        />
        <SelectField
          name="kind"
          label={t('kind')}
          error={undefined}
          errorPrefix={common('error')}
          options={DEVICE_KINDS.map((kind) => ({ value: kind, text: t(`kinds.${kind}`) }))}
        />
        <Button type="submit" wide={false}>
          {t('submit')}
        </Button>
      </form>
    </section>
  )
}
