'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { forgetStaffToken } from '#lib/edge/staff-cookie.ts'
import { activateStaff } from '#lib/identity/activate-staff.ts'

/** Does what the link is for; then one signs in like everybody else. */
export async function activate(form: FormData): Promise<void> {
  const token = textOf(form, 'token')
  const [password, again] = [textOf(form, 'password'), form.get('again')]
  const back = (path: string, reason: string) =>
    redirect(
      `/desk/activate/${encodeURIComponent(token)}?${new URLSearchParams({ at: path, wrong: reason })}`,
    )
  if (again !== null && again !== password) back('again', 'not-same')
  const done = await activateStaff(pool(), { token, password, code: textOf(form, 'code'), now: new Date() })
  if (!done.ok) back(done.errors?.[0]?.path ?? 'link', done.errors?.[0]?.reason ?? done.reason)
  await forgetStaffToken()
  redirect('/desk/sign-in?done=1')
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 1000)
}
