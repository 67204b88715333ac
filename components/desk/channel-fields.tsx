import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { CHANNEL_KINDS, CHANNEL_SCOPES } from '#lib/domain/channel.ts'

/** What is set of a channel: name, kind, what its keys may do, and how often a minute. */
export async function ChannelFields({
  values,
  wrong,
}: {
  values?: {
    readonly name: string
    readonly kind: string
    readonly scopes: readonly string[]
    readonly ratePerMinute: number
  }
  /** The field that was refused. */
  wrong: string | undefined
}) {
  const t = await getTranslations('channels')
  const errorPrefix = (await getTranslations('common'))('error')
  const scopes = values?.scopes ?? ['read', 'book']
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        error={wrong === 'name' ? t('fault.name') : undefined}
        errorPrefix={errorPrefix}
        defaultValue={values?.name}
        maxLength={60}
        autoComplete="off"
      />
      <SelectField
        name="kind"
        label={t('kindLabel')}
        errorPrefix={errorPrefix}
        defaultValue={values?.kind}
        options={CHANNEL_KINDS.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))}
      />
      <fieldset className="mb-4">
        <legend className="mb-1 font-semibold">{t('scopes')}</legend>
        {wrong === 'scopes' ? (
          <p className="mb-1 text-small font-semibold text-stop">
            <span className="sr-only">{errorPrefix} </span>
            {t('fault.scopes')}
          </p>
        ) : null}
        {CHANNEL_SCOPES.map((scope) => (
          <label key={scope} htmlFor={`scope-${scope}`} className="flex min-h-9 items-center gap-2">
            <input
              id={`scope-${scope}`}
              type="checkbox"
              name={`scope-${scope}`}
              defaultChecked={scopes.includes(scope)}
              className="size-5 flex-none accent-accent"
            />
            {t(`scope.${scope}`)}
          </label>
        ))}
      </fieldset>
      <TextField
        name="ratePerMinute"
        label={t('rate')}
        hint={t('rateHint')}
        error={wrong === 'ratePerMinute' ? t('fault.ratePerMinute') : undefined}
        errorPrefix={errorPrefix}
        defaultValue={String(values?.ratePerMinute ?? 600)}
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  )
}
