import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DemoAccounts } from '#components/desk/demo-accounts.tsx'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { loadStaff } from '#lib/edge/staff-actor.ts'
import { readStaffName } from '#lib/edge/staff-cookie.ts'
import { listDemoStaff } from '#lib/identity/list-demo-staff.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { signIn } from './actions.ts'

type Search = Promise<Readonly<Record<string, string | undefined>>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.signIn'))('title') }
}

export default async function StaffSignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams
  const to = readDeskPath(search.to)
  const staff = await loadStaff()
  if (staff && staff.state !== 'half') redirect(to)
  const t = await getTranslations('staff.signIn')
  const common = await getTranslations('common')
  const accounts = await listDemoStaff()
  const chosen = accounts.find(({ username }) => username === search.account)
  const error = search.wrong ? t(search.wrong === 'rate-limited' ? 'tooOften' : 'wrong') : undefined
  return (
    <DeskSheet title={t('title')} lead={t('lead')}>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'username', text: error }] : []} />
      {search.done ? (
        <div className="mb-4">
          <Notice tone="ok" role="status" title={t('done')} />
        </div>
      ) : null}
      <form action={signIn} noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          key={`name ${chosen?.username}`}
          name="username"
          label={t('username')}
          errorPrefix={common('error')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={chosen?.username ?? (await readStaffName())}
          required
        />
        <TextField
          key={`password ${chosen?.username}`}
          name="password"
          type="password"
          label={t('password')}
          errorPrefix={common('error')}
          autoComplete="current-password"
          defaultValue={chosen?.password}
          required
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <p className="mt-4 text-small text-ink-soft">{t('forgotten')}</p>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} to={to} /> : null}
    </DeskSheet>
  )
}
