import { cookies } from 'next/headers'
import type { Refusal } from '#lib/domain/refusal.ts'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { loadStaff } from './staff-actor.ts'

const KEPT_SECONDS = 15 * 60

/** What a clerk typed into a form, and why it was refused, if it was. */
export interface DeskForm<Typed> {
  readonly typed: Typed
  readonly refusal?: Refusal | undefined
}

/**
 * Keeps what was typed into the form of a subject (`application`, or an act and the id of a case), sealed for this member
 * of staff in the browser: neither a refusal nor a workstation that was locked meanwhile loses it. One form at a time.
 */
export async function keepDeskForm<Typed>(subject: string, form: DeskForm<Typed>): Promise<void> {
  const staff = await loadStaff()
  if (!staff) return
  const sealed = sealJson(contextOf(subject, staff.staffId), form).toString('base64url')
  ;(await cookies()).set(cookieOf(subject), sealed, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}

/** What this member of staff typed into the form of this subject; undefined when there is nothing, or it was another form. */
export async function readDeskForm<Typed>(subject: string): Promise<DeskForm<Typed> | undefined> {
  const sealed = (await cookies()).get(cookieOf(subject))?.value
  const staff = sealed ? await loadStaff() : undefined
  if (!sealed || !staff) return undefined
  try {
    return openJson<DeskForm<Typed>>(contextOf(subject, staff.staffId), Buffer.from(sealed, 'base64url'))
  } catch {
    return undefined
  }
}

export async function forgetDeskForm(): Promise<void> {
  ;(await cookies()).delete({ name: nameCookie('desk-form'), path: '/' })
}

// A search in between must not cost what stands in a form.
function cookieOf(subject: string): string {
  return nameCookie(subject === 'search' ? 'desk-search' : 'desk-form')
}

function contextOf(subject: string, staffId: string): string {
  return `desk form ${subject} ${staffId}`
}
