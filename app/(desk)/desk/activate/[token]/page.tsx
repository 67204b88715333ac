import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { PasswordFields } from '#components/desk/password-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { pool } from '#lib/db/pool.ts'
import { openStaffLink } from '#lib/identity/open-staff-link.ts'
import { activate } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.activate'))('heading'), referrer: 'no-referrer' }
}

/** What a link is for: the first password and authenticator, or one of them anew. */
export default async function ActivatePage({
  params,
  searchParams,
}: {
  params: Promise<{ readonly token: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { token } = await params
  const { at, wrong } = await searchParams
  const t = await getTranslations('staff.activate')
  const common = await getTranslations('common')
  const link = await openStaffLink(pool(), token, new Date())
  if (!link) {
    return (
      <DeskSheet title={t('gone.title')}>
        <p>{t('gone.text')}</p>
      </DeskSheet>
    )
  }
  const { purpose, authenticator, username, name } = link
  const error = wrong ? t(t.has(`fault.${wrong}`) ? `fault.${wrong}` : 'fault.other') : undefined
  const errorAt = (field: string) => (at === field ? error : undefined)
  return (
    <DeskSheet title={t(`title.${purpose}`)} lead={t('lead', { name, username })}>
      <ErrorSummary
        title={common('errorTitle')}
        errors={
          error
            ? [{ field: at === 'code' ? 'code' : at === 'again' ? 'again' : 'password', text: error }]
            : []
        }
      />
      <form action={activate} noValidate>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" value={username} autoComplete="username" />
        {purpose === 'reset-totp' ? (
          <TextField
            name="password"
            type="password"
            label={t('present')}
            hint={t('presentHint')}
            error={errorAt('password')}
            errorPrefix={common('error')}
            autoComplete="current-password"
          />
        ) : (
          <PasswordFields error={errorAt('password')} againError={errorAt('again')} />
        )}
        {authenticator ? (
          <section aria-labelledby="authenticator" className="mb-5 rounded-small bg-sunken px-4 py-3">
            <h2 id="authenticator" className="text-body">
              {t('authenticator')}
            </h2>
            <p className="mb-3 text-small text-ink-soft">{t('authenticatorHint')}</p>
            <div
              role="img"
              aria-label={t('qr')}
              className="mx-auto mb-3 size-44 rounded-small bg-white [&>svg]:size-full"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing is made by us
              dangerouslySetInnerHTML={{ __html: authenticator.drawing }}
            />
            <p className="text-small">
              {t('secret')}{' '}
              <code className="block font-mono break-all">{inGroups(authenticator.secret)}</code>
            </p>
          </section>
        ) : null}
        <TextField
          name="code"
          label={t(authenticator ? 'newCode' : 'code')}
          error={errorAt('code')}
          errorPrefix={common('error')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          className="max-w-52 font-mono text-lead tracking-widest"
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
    </DeskSheet>
  )
}

function inGroups(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ')
}
