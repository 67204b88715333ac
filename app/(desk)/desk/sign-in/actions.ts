'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { browserFamily } from '#lib/domain/browser-family.ts'
import { clientOfRequest } from '#lib/edge/limits.ts'
import { keepStaffName, keepStaffToken, readStaffToken } from '#lib/edge/staff-cookie.ts'
import { proveSecondFactor } from '#lib/identity/prove-second-factor.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { signInStaff } from '#lib/identity/sign-in-staff.ts'
import { signOutStaff } from '#lib/identity/sign-out-staff.ts'

/** Name and password; then the code is asked for. */
export async function signIn(form: FormData): Promise<void> {
  const to = readDeskPath(textOf(form, 'to'))
  const username = textOf(form, 'username')
  const browser = browserFamily((await headers()).get('user-agent'))
  const attempt = { username, password: textOf(form, 'password'), client: await clientOfRequest(), browser }
  await keepStaffName(username)
  const signedIn = await signInStaff(pool(), { ...attempt, now: new Date() })
  if (!signedIn.ok) redirect(`/desk/sign-in?${new URLSearchParams({ to, wrong: signedIn.reason })}`)
  await endFormer()
  await keepStaffToken(signedIn.value)
  redirect(`/desk/sign-in/code?${new URLSearchParams({ to })}`)
}

/** The code of the authenticator; then the shift begins. */
export async function proveCode(form: FormData): Promise<void> {
  const to = readDeskPath(textOf(form, 'to'))
  const token = (await readStaffToken()) ?? ''
  const proved = await proveSecondFactor(pool(), { token, typed: textOf(form, 'code'), now: new Date() })
  if (!proved.ok && proved.reason === 'not-found') redirect(`/desk/sign-in?${new URLSearchParams({ to })}`)
  if (!proved.ok) redirect(`/desk/sign-in/code?${new URLSearchParams({ to, wrong: proved.reason })}`)
  await keepStaffToken(proved.value)
  redirect(`/desk/post?${new URLSearchParams({ to })}`)
}

async function endFormer(): Promise<void> {
  const token = await readStaffToken()
  if (token) await signOutStaff(pool(), token, new Date())
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 1000)
}
