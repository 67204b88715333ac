import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { TotpField } from '#components/desk/totp-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { loadStaff } from '#lib/edge/staff-actor.ts'
import { findDemoCode } from '#lib/identity/find-demo-code.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { leavingTexts } from './leaving-texts.ts'
import { SignOut } from './sign-out.tsx'

/** The workstation is locked: the address stays, and a code leads back to the page. */
export default async function LockedPage() {
  const asked = (await headers()).get('x-asked-path')
  const staff = await loadStaff()
  if (!staff) redirect(`/desk/sign-in?${new URLSearchParams({ to: readDeskPath(asked) })}`)
  const t = await getTranslations('staff.locked')
  const wrong = new URL(asked ?? '/', 'https://here.invalid').searchParams.get('wrong-code') ?? undefined
  return (
    <DeskSheet title={t('title')} lead={t('lead', { name: staff.name })}>
      <form method="post" action="/desk/sign-in/unlock" noValidate>
        <TotpField wrong={wrong} demoCode={await findDemoCode(staff.username, new Date())} />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <div className="mt-3">
        <SignOut kind="page" texts={await leavingTexts(t('other'))} />
      </div>
    </DeskSheet>
  )
}
