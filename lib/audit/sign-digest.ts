import { sign } from 'node:crypto'
import { loadAuditKeys } from './load-audit-keys.ts'

/** Signs a SHA-256 with the key of the record: Ed25519 over its 32 bytes, in base64url, and under which key. */
export function signDigest(digest: Buffer): { readonly keyId: string; readonly signature: string } {
  const { keyId, key } = loadAuditKeys().signing
  return { keyId, signature: sign(null, digest, key).toString('base64url') }
}
