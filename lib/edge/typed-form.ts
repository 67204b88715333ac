import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import type { SignedIn } from './actor.ts'

type Purpose = 'contact' | 'care'

const KEPT_SECONDS = 15 * 60

/** Keeps what was typed into a form, sealed for this session in its browser, so that a fault or a code loses nothing. */
export async function keepTyped(purpose: Purpose, { sessionId }: SignedIn, typed: object): Promise<void> {
  const sealed = sealJson(`typed ${purpose} ${sessionId}`, typed).toString('base64url')
  ;(await cookies()).set(nameCookie(purpose), sealed, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}

/** What was typed in this session; undefined when there is nothing, or it is of another session. */
export async function readTyped<Value>(
  purpose: Purpose,
  { sessionId }: SignedIn,
): Promise<Value | undefined> {
  const sealed = (await cookies()).get(nameCookie(purpose))?.value
  if (!sealed) return undefined
  try {
    return openJson<Value>(`typed ${purpose} ${sessionId}`, Buffer.from(sealed, 'base64url'))
  } catch {
    return undefined
  }
}

export async function forgetTyped(purpose: Purpose): Promise<void> {
  ;(await cookies()).delete({ name: nameCookie(purpose), path: '/' })
}
