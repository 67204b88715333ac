import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

type Purpose = 'contact' | 'care' | 'home-visit' | 'counter' | 'walk-in'

/** Whoever types: a person, somebody at the desk, or the couple to whom that one has turned the screen. */
export interface Typist {
  readonly actor: { readonly id: string }
}

const KEPT_SECONDS = 15 * 60

/** Keeps what was typed into a form, sealed for this person in the browser: a fault, a code, a new sign-in lose nothing. */
export async function keepTyped(purpose: Purpose, { actor }: Typist, typed: object): Promise<void> {
  const sealed = sealJson(`typed ${purpose} ${actor.id}`, typed).toString('base64url')
  ;(await cookies()).set(nameCookie(purpose), sealed, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}

/** What this person typed here; undefined when there is nothing, or somebody else did. */
export async function readTyped<Value>(purpose: Purpose, { actor }: Typist): Promise<Value | undefined> {
  const sealed = (await cookies()).get(nameCookie(purpose))?.value
  if (!sealed) return undefined
  try {
    return openJson<Value>(`typed ${purpose} ${actor.id}`, Buffer.from(sealed, 'base64url'))
  } catch {
    return undefined
  }
}

export async function forgetTyped(purpose: Purpose): Promise<void> {
  ;(await cookies()).delete({ name: nameCookie(purpose), path: '/' })
}
