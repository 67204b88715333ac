import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'

const SHIFT_SECONDS = 12 * 60 * 60

/**
 * The token of a staff session, in a cookie of its own that ends with the shift. Staff screens are never shown in a
 * frame, so it is always `Lax`, also where the couples' cookies are not.
 */
export async function keepStaffToken(token: string): Promise<void> {
  ;(await cookies()).set(nameCookie('desk'), token, { ...guard(), maxAge: SHIFT_SECONDS })
}

export async function readStaffToken(): Promise<string | undefined> {
  const token = (await cookies()).get(nameCookie('desk'))?.value
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

export async function forgetStaffToken(): Promise<void> {
  ;(await cookies()).set(nameCookie('desk'), '', { ...guard(), maxAge: 0 })
}

function guard() {
  const secure = env.publicUrl.startsWith('https:')
  return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
}

/** Who last tried to sign in at this workstation, so that a mistyped password does not cost the name as well. */
export async function keepStaffName(username: string): Promise<void> {
  ;(await cookies()).set(nameCookie('desk-name'), username.slice(0, 60), {
    ...guard(),
    maxAge: SHIFT_SECONDS,
  })
}

export async function readStaffName(): Promise<string> {
  return (await cookies()).get(nameCookie('desk-name'))?.value ?? ''
}
