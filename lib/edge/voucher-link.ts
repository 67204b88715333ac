import { signVoucher } from '#lib/booking/sign-voucher.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { voucherFor } from '#lib/domain/voucher.ts'
import { env } from '#lib/env.ts'

/** What stands in the QR code: the page that tells whether the voucher is genuine, with the voucher itself. */
export function voucherLink(appointment: AppointmentView): string {
  return `${env.publicUrl}/genuine?v=${signVoucher(voucherFor(appointment))}`
}
