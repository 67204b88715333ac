import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { env } from '#lib/env.ts'

/** One public key, as JSON Web Keys write it (RFC 7517, RFC 8037). */
export interface VoucherKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  /** The 32 bytes of the key in base64url. */
  readonly x: string
  /** The first eight characters of its thumbprint (RFC 7638), so that no two sites ever share a name by chance. */
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'EdDSA'
}

export interface VoucherKeys {
  /** The newest, which signs from now on. */
  readonly signing: { readonly keyId: string; readonly key: KeyObject }
  /** All that may still have signed a voucher somebody carries, the newest first. */
  readonly published: readonly VoucherKey[]
}

// What PKCS #8 puts before the 32 bytes of an Ed25519 seed (RFC 8410).
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

let loaded: VoucherKeys | undefined

/** The keys of vouchers from the environment, made ready once. */
export function loadVoucherKeys(): VoucherKeys {
  loaded ??= readKeys()
  return loaded
}

function readKeys(): VoucherKeys {
  const pairs = env.voucherKeys
    .toSorted((one, other) => other.version - one.version)
    .map(({ key }) => {
      const der = Buffer.concat([PKCS8_HEAD, key])
      const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      return { secret, shown: publicKeyOf(secret) }
    })
  const [newest] = pairs
  if (!newest) throw new Error('no key for vouchers')
  return {
    signing: { keyId: newest.shown.kid, key: newest.secret },
    published: pairs.map(({ shown }) => shown),
  }
}

function publicKeyOf(secret: KeyObject): VoucherKey {
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    kid: thumbprint.digest('base64url').slice(0, 8),
    use: 'sig',
    alg: 'EdDSA',
  }
}
