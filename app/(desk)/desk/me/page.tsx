import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { OwnShifts } from '#components/desk/own-shifts.tsx'
import { PasswordFields } from '#components/desk/password-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { listOwnShifts } from '#lib/identity/list-own-shifts.ts'
import { endOthers, renewPassword } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.me'))('title') }
}

/** One's own account: where one is signed in, and the password. */
export default async function OwnAccountPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, session, token } = await requireSignedInStaff()
  const { at, wrong, done } = await searchParams
  const t = await getTranslations('staff.me')
  const faults = await getTranslations('staff.activate.fault')
  const common = await getTranslations('common')
  const shifts = await listOwnShifts(pool(), actor, { token, now: new Date() })
  const error = wrong ? faults(faults.has(wrong) ? wrong : 'other') : undefined
  const errorAt = (field: string) => (at === field ? error : undefined)
  return (
    <DeskPane title={t('title')} lead={t('lead', { name: actor.name, username: session.username })}>
      {done ? <Notice tone="ok" role="status" title={t(done === 'password' ? 'changed' : 'ended')} /> : null}
      <section aria-labelledby="shifts">
        <h2 id="shifts">{t('shifts')}</h2>
        <OwnShifts shifts={shifts} locale={(await getLocale()) as Locale} />
        {shifts.length > 1 ? (
          <form action={endOthers} className="mt-3">
            <Button type="submit" kind="second" wide={false}>
              {t('endOthers')}
            </Button>
          </form>
        ) : null}
      </section>
      <section aria-labelledby="change" className="max-w-[420px]">
        <h2 id="change">{t('change')}</h2>
        <p className="mb-4 text-small text-ink-soft">{t('changeHint')}</p>
        <ErrorSummary
          title={common('errorTitle')}
          errors={error ? [{ field: at ?? 'present', text: error }] : []}
        />
        <form action={renewPassword} noValidate>
          <TextField
            name="present"
            type="password"
            label={t('present')}
            error={errorAt('present')}
            errorPrefix={common('error')}
            autoComplete="current-password"
          />
          <PasswordFields name="wished" error={errorAt('wished')} againError={errorAt('again')} />
          <TextField
            name="code"
            label={t('code')}
            error={errorAt('code')}
            errorPrefix={common('error')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            className="max-w-52 font-mono tracking-widest"
          />
          <Button type="submit" wide={false}>
            {t('submit')}
          </Button>
        </form>
      </section>
    </DeskPane>
  )
}
