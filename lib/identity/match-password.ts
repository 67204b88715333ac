import { verify } from '@node-rs/argon2'
import { once } from '#lib/db/once.ts'
import { drawToken } from './draw-token.ts'
import { hashPassword } from './hash-password.ts'

/**
 * Whether this is the password of the hash. Without a hash (nobody of that name, not yet activated) it costs the same
 * work against a hash of nothing and is false, so that the time tells nobody who works here.
 */
export async function matchPassword(stored: string | undefined, password: string): Promise<boolean> {
  const dummy = await once('dummy password', () => hashPassword(drawToken()))
  const matches = await verify(stored ?? dummy, password.normalize('NFKC'))
  return matches && stored !== undefined
}
