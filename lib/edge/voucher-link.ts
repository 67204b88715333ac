import { signVoucher } from '#lib/booking/sign-voucher.ts'
import type { Voucher } from '#lib/domain/voucher.ts'
import { env } from '#lib/env.ts'

/** What stands in the QR code: the page that tells whether the voucher is genuine, with the voucher itself. */
export function voucherLink({ code, officeId, date }: Voucher): string {
  return `${env.publicUrl}/genuine?v=${signVoucher({ code, officeId, date })}`
}
