import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { TotpField } from '#components/desk/totp-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { loadStaff } from '#lib/edge/staff-actor.ts'
import { findDemoCode } from '#lib/identity/find-demo-code.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { proveCode } from '../actions.ts'

type Search = Promise<Readonly<Record<string, string | undefined>>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.code'))('title') }
}

export default async function StaffCodePage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams
  const to = readDeskPath(search.to)
  const staff = await loadStaff()
  if (staff?.state !== 'half') redirect(staff ? to : `/desk/sign-in?${new URLSearchParams({ to })}`)
  const t = await getTranslations('staff.code')
  return (
    <DeskSheet title={t('title')} lead={t('lead', { name: staff.name })}>
      <form action={proveCode} noValidate>
        <input type="hidden" name="to" value={to} />
        <TotpField wrong={search.wrong} demoCode={await findDemoCode(staff.username, new Date())} />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <p className="mt-4 text-small text-ink-soft">{t('lost')}</p>
    </DeskSheet>
  )
}
