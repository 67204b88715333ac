import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { loadKeys } from './load-keys.ts'

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
  const bytes = Buffer.from(hkdfSync('sha512', loadKeys().session, '', `yueding ${purpose}`, 64))
  const made = createSecretKey(bytes)
  subKeys.set(purpose, made)
  return made
}
