import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { env } from '#lib/env.ts'
import { readPublicKey } from './read-public-key.ts'

export interface AuditKeys {
  /** The newest, which signs from now on. */
  readonly signing: { readonly keyId: string; readonly key: KeyObject }
  /** All that may have signed, by their ids. */
  readonly known: ReadonlyMap<string, KeyObject>
  /** The public halves to write down: 32 bytes in base64url, the newest first. */
  readonly published: readonly { readonly keyId: string; readonly x: string }[]
}

// What PKCS #8 puts before the 32 bytes of an Ed25519 seed (RFC 8410).
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

let loaded: AuditKeys | undefined

/** The keys of the record from the environment, made ready once. */
export function loadAuditKeys(): AuditKeys {
  loaded ??= readKeys()
  return loaded
}

function readKeys(): AuditKeys {
  const pairs = env.auditKeys
    .toSorted((one, other) => other.version - one.version)
    .map(({ key }) => {
      const secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, key]), format: 'der', type: 'pkcs8' })
      const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
      return { secret, x, ...readPublicKey(x) }
    })
  const [newest] = pairs
  if (!newest) throw new Error('no key for the record')
  return {
    signing: { keyId: newest.keyId, key: newest.secret },
    known: new Map(pairs.map(({ keyId, key }) => [keyId, key])),
    published: pairs.map(({ keyId, x }) => ({ keyId, x })),
  }
}
