import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

/** A public key from its 32 bytes in base64url, and the id it signs under: the start of its thumbprint (RFC 7638). */
export function readPublicKey(x: string): { readonly keyId: string; readonly key: KeyObject } {
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return { keyId: thumbprint.digest('base64url').slice(0, 8), key }
}
