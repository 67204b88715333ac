import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { env } from '#lib/env.ts'

const subKeys = new Map<string, KeyObject>()

/**
 * 64 bytes that only we can compute from the text; each purpose has a key of its own, so that a secret made for one
 * says nothing about another. SAFETY: `purpose` is a literal of ours, never input (its key is kept).
 */
export function deriveSecret(purpose: string, text: string): Buffer {
  return createHmac('sha512', subKeyOf(purpose)).update(text).digest()
}

function subKeyOf(purpose: string): KeyObject {
  const known = subKeys.get(purpose)
  if (known) return known
  const made = createSecretKey(
    Buffer.from(hkdfSync('sha512', env.sessionSecret, '', `yueding ${purpose}`, 64)),
  )
  subKeys.set(purpose, made)
  return made
}
