import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { DEVICE_KINDS } from '#lib/domain/device.ts'

/** Adds a screen to the office. */
export async function DeviceForm({
  action,
  windows,
  wrong,
}: {
  action: (form: FormData) => Promise<void>
  /** Where a tablet can stand. */
  windows: readonly string[]
  /** The field that something is wrong with. */
  wrong: 'name' | 'window' | undefined
}) {
  const t = await getTranslations('hall.devices')
  const common = await getTranslations('common')
  const errorOf = (field: 'name' | 'window') => (wrong === field ? t(`faults.${field}`) : undefined)
  return (
    <section aria-labelledby="make" className="max-w-[420px]">
      <h2 id="make">{t('make')}</h2>
      <ErrorSummary
        title={t('faultTitle')}
        errors={wrong ? [{ field: wrong, text: t(`faults.${wrong}`) }] : []}
      />
      <form action={action} noValidate>
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('name')}
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
        <SelectField
          name="window"
          label={t('window')}
          hint={t('windowHint')}
          error={errorOf('window')}
          errorPrefix={common('error')}
          options={[
            { value: '', text: t('noWindow') },
            ...windows.map((window) => ({ value: window, text: t('atWindow', { window }) })),
          ]}
        />
        <Button type="submit" wide={false}>
          {t('submit')}
        </Button>
      </form>
    </section>
  )
}
