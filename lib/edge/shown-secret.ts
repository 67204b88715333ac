import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

const SHOWN_SECONDS = 10 * 60

/** A key or a secret of a channel that was just made. */
export interface ShownSecret {
  readonly channelId: string
  readonly kind: 'key' | 'webhook'
  readonly value: string
}

/** Keeps a key or a secret for the page that shows it to whoever made it, sealed; it stands nowhere else in readable form. */
export async function keepShownSecret(secret: ShownSecret): Promise<void> {
  const sealed = sealJson('shown secret', secret).toString('base64url')
  const secure = env.publicUrl.startsWith('https:')
  const guard = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
  ;(await cookies()).set(nameCookie('desk-secret'), sealed, { ...guard, maxAge: SHOWN_SECONDS })
}

/** What was just made for a channel; undefined some minutes later, or once it has been put away. */
export async function readShownSecret(channelId: string): Promise<ShownSecret | undefined> {
  const sealed = (await cookies()).get(nameCookie('desk-secret'))?.value
  if (!sealed) return undefined
  try {
    const secret = openJson<ShownSecret>('shown secret', Buffer.from(sealed, 'base64url'))
    return secret.channelId === channelId ? secret : undefined
  } catch {
    return undefined
  }
}

export async function forgetShownSecret(): Promise<void> {
  ;(await cookies()).delete({ name: nameCookie('desk-secret'), path: '/' })
}
