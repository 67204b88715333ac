import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Asks for the six digits that the authenticator shows now. In a demo they stand there already. */
export async function TotpField({
  wrong,
  demoCode,
}: {
  /** Why the last one did not count. */
  wrong?: string | undefined
  demoCode?: string | undefined
}) {
  const t = await getTranslations('staff.code')
  const common = await getTranslations('common')
  const error = wrong ? t(wrong === 'rate-limited' ? 'tooOften' : 'wrong') : undefined
  return (
    <>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'code', text: error }] : []} />
      <TextField
        name="code"
        label={t('field')}
        hint={t('hint')}
        error={error}
        errorPrefix={common('error')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-52 font-mono text-lead tracking-widest"
        defaultValue={demoCode}
        required
      />
      {demoCode ? (
        <div className="mb-4">
          <Notice tone="warn" title={t('demo')} />
        </div>
      ) : null}
    </>
  )
}
