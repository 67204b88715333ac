import { getTranslations } from 'next-intl/server'
import { TextField } from '#components/ui/field.tsx'

/** A new password, twice. Pasting is welcome: whoever keeps passwords in a safe has better ones. */
export async function PasswordFields({
  name = 'password',
  error,
  againError,
}: {
  name?: string
  error?: string | undefined
  againError?: string | undefined
}) {
  const t = await getTranslations('staff.activate')
  const errorPrefix = (await getTranslations('common'))('error')
  const frame = { type: 'password', errorPrefix, autoComplete: 'new-password', maxLength: 256 } as const
  return (
    <>
      <TextField name={name} label={t('password')} hint={t('passwordHint')} error={error} {...frame} />
      <TextField name="again" label={t('again')} error={againError} {...frame} />
    </>
  )
}
