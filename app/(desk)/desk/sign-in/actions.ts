'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { clientOfRequest } from '#lib/edge/limits.ts'
import { forgetStaffToken, keepStaffName, keepStaffToken, readStaffToken } from '#lib/edge/staff-cookie.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { proveSecondFactor } from '#lib/identity/prove-second-factor.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { signInStaff } from '#lib/identity/sign-in-staff.ts'
import { signOutStaff } from '#lib/identity/sign-out-staff.ts'
import { unlockStaff } from '#lib/identity/unlock-staff.ts'

/** Name and password; then the code is asked for. */
export async function signIn(form: FormData): Promise<void> {
  const to = readDeskPath(textOf(form, 'to'))
  const username = textOf(form, 'username')
  const attempt = { username, password: textOf(form, 'password'), client: await clientOfRequest() }
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

/** The code once more: the locked workstation goes on where it was. */
export async function unlock(form: FormData): Promise<void> {
  const to = readDeskPath(textOf(form, 'to'))
  const token = (await readStaffToken()) ?? ''
  const unlocked = await unlockStaff(pool(), { token, typed: textOf(form, 'code'), now: new Date() })
  redirect(unlocked.ok ? withoutFault(to) : withFault(to, unlocked.reason))
}

/** Locks this workstation at once. */
export async function lock(): Promise<void> {
  const token = await readStaffToken()
  if (token) await lockStaff(pool(), token, new Date())
  redirect(readDeskPath((await headers()).get('x-asked-path')))
}

/** Ends the shift of this workstation. */
export async function signOut(): Promise<void> {
  await endFormer()
  await forgetStaffToken()
  redirect('/desk/sign-in')
}

async function endFormer(): Promise<void> {
  const token = await readStaffToken()
  if (token) await signOutStaff(pool(), token, new Date())
}

const FAULT = 'wrong-code'

function withFault(to: string, reason: string): string {
  const url = new URL(to, 'https://here.invalid')
  url.searchParams.set(FAULT, reason)
  return url.pathname + url.search
}

function withoutFault(to: string): string {
  const url = new URL(to, 'https://here.invalid')
  url.searchParams.delete(FAULT)
  return url.pathname + url.search
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 1000)
}
