'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { changePassword } from '#lib/identity/change-password.ts'
import { endOwnShifts } from '#lib/identity/end-own-shifts.ts'

/** One's own new password; the other sessions end. */
export async function renewPassword(form: FormData): Promise<void> {
  const { actor, token } = await requireSignedInStaff()
  const [present, wished, code] = ['present', 'wished', 'code'].map((name) => textOf(form, name))
  const back = (path: string, reason: string) =>
    redirect(`/desk/me?${new URLSearchParams({ at: path, wrong: reason })}`)
  if (form.get('again') !== form.get('wished')) back('again', 'not-same')
  const change = { token, present: present ?? '', wished: wished ?? '', code: code ?? '', now: new Date() }
  const changed = await changePassword(pool(), actor, change)
  if (!changed.ok) back(changed.errors?.[0]?.path ?? 'present', changed.errors?.[0]?.reason ?? changed.reason)
  redirect('/desk/me?done=password')
}

/** Signs out everywhere but here. */
export async function endOthers(): Promise<void> {
  const { actor, token } = await requireSignedInStaff()
  await endOwnShifts(pool(), actor, { token, now: new Date() })
  redirect('/desk/me?done=ended')
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 1000)
}
