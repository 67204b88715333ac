import type { Pool } from '#lib/db/pool.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import type { SignedVoucher, VoucherState } from '#lib/domain/voucher.ts'
import { loadVoucherKeys } from './load-voucher-keys.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentRecord } from './store.ts'
import { type VoucherVerdict, verifyVoucher } from './verify-voucher.ts'

/** What may be told about a voucher: whether we signed it, and only then what became of its appointment. */
export type VoucherCheck =
  | { readonly verdict: Exclude<VoucherVerdict, 'genuine'> }
  | { readonly verdict: 'genuine'; readonly state: VoucherState }

/**
 * Judges a voucher against our keys and, when its signature is right, against the appointment of today. Whoever cannot
 * show the signature learns nothing: the database is not even asked. No answer holds anything about people.
 */
export async function checkVoucher(
  pool: Pool,
  { voucher, now }: { readonly voucher: SignedVoucher; readonly now: Date },
): Promise<VoucherCheck> {
  const verdict = verifyVoucher(voucher, loadVoucherKeys().published)
  if (verdict !== 'genuine') return { verdict }
  const record = await readSettled(pool, voucher.code, now)
  return { verdict, state: stateOf(voucher, record, now) }
}

function stateOf(voucher: SignedVoucher, record: AppointmentRecord | undefined, now: Date): VoucherState {
  // After the retention period the appointment is gone, long after its day.
  if (!record) return voucher.date < shanghaiToday(now) ? 'past' : 'void'
  const { status, date, officeId, endTime } = record
  if (isOver(status)) return 'void'
  // Vouchers are made once both have agreed: who waits now has been asked about a move.
  if (status === 'awaiting-partner') return 'waiting'
  if (date !== voucher.date || officeId !== voucher.officeId) return 'changed'
  if (status === 'attended') return 'used'
  return status === 'no-show' || instantAt(date, endTime) < now ? 'past' : 'valid'
}
