import { sign } from 'node:crypto'
import { type Voucher, voucherMessage, writeVoucher } from '#lib/domain/voucher.ts'
import { loadVoucherKeys } from './load-voucher-keys.ts'

/** The voucher with our signature, as it stands in the QR code. The same voucher gives the same text while the key lasts. */
export function signVoucher(voucher: Voucher): string {
  const { keyId, key } = loadVoucherKeys().signing
  const signature = sign(null, Buffer.from(voucherMessage(voucher)), key).toString('base64url')
  return writeVoucher({ ...voucher, keyId, signature })
}
