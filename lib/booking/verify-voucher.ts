import { createPublicKey, verify } from 'node:crypto'
import { type SignedVoucher, voucherMessage } from '#lib/domain/voucher.ts'
import type { VoucherKey } from './load-voucher-keys.ts'

export type VoucherVerdict = 'genuine' | 'unknown-key' | 'wrong-signature'

/** Whether one of these keys signed exactly this voucher; needs neither database nor network. */
export function verifyVoucher(voucher: SignedVoucher, keys: readonly VoucherKey[]): VoucherVerdict {
  const found = keys.find(({ kid }) => kid === voucher.keyId)
  if (!found) return 'unknown-key'
  const signature = Buffer.from(voucher.signature, 'base64url')
  // Base64 has several spellings for the same bytes; we write one and take no other.
  if (signature.toString('base64url') !== voucher.signature) return 'wrong-signature'
  const { kty, crv, x } = found
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  const isOurs = verify(null, Buffer.from(voucherMessage(voucher)), key, signature)
  return isOurs ? 'genuine' : 'wrong-signature'
}
