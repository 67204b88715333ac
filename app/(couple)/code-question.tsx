import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { CODE_DIGITS, CODE_MINUTES } from '#lib/domain/one-time-code.ts'
import { isDemo } from '#lib/edge/is-demo.ts'

const FAULTS = ['format', 'wrong', 'spent'] as const

/** Asks for the six digits that were sent, with a way to have them sent again. */
export async function CodeQuestion({
  to,
  search,
  check,
  again,
}: {
  to: string
  search: Readonly<Record<string, string | undefined>>
  check: (form: FormData) => Promise<void>
  again: () => Promise<void>
}) {
  const t = await getTranslations('safety.code')
  const common = await getTranslations('common')
  const fault = FAULTS.find((one) => one === search.wrong)
  const error = fault ? t(`fault.${fault}`) : undefined
  const wait = Math.min(3600, Math.max(0, Math.floor(Number(search.wait ?? 0)) || 0))
  return (
    <>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'code', text: error }] : []} />
      <h1>{t('title')}</h1>
      {wait > 0 ? (
        <div className="mb-4">
          <Notice
            tone="warn"
            role="status"
            title={
              wait > 60 ? t('waitLong', { minutes: Math.ceil(wait / 60) }) : t('wait', { seconds: wait })
            }
          />
        </div>
      ) : null}
      <p className="mb-4 text-ink-soft">
        {t('lead', { minutes: CODE_MINUTES })}{' '}
        <strong className="block break-all text-ink tabular-nums">{to}</strong>
      </p>
      {isDemo() ? (
        <div className="mb-4">
          <Notice title={t('demo')}>
            <a className="prose-link inline-flex min-h-11 items-center" href="/demo-inbox">
              {t('demoInbox')}
            </a>
          </Notice>
        </div>
      ) : null}
      <form action={check} noValidate>
        <TextField
          name="code"
          label={t('field')}
          hint={t('hint')}
          error={error}
          errorPrefix={common('error')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={CODE_DIGITS * 3}
          className="max-w-52 font-mono text-lead tracking-widest"
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <form action={again} className="mt-3">
        <Button type="submit" kind="quiet">
          {t('again')}
        </Button>
        <p className="text-small text-ink-soft">{t('againHint')}</p>
      </form>
    </>
  )
}
