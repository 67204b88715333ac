import type { Pool } from '#lib/db/pool.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import { type ClockTime, instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import type { SignedVoucher, VoucherState } from '#lib/domain/voucher.ts'
import { loadVoucherKeys } from './load-voucher-keys.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentRecord } from './store.ts'
import { type VoucherVerdict, verifyVoucher } from './verify-voucher.ts'

/** What may be told about a voucher: whether we signed it, and only then what became of its appointment. */
export type VoucherCheck =
  | { readonly verdict: Exclude<VoucherVerdict, 'genuine'> }
  | ({ readonly verdict: 'genuine' } & Standing)

interface Standing {
  readonly state: VoucherState
  /** The time in force on the voucher's day, while it counts: a move within one day leaves the voucher as it is. */
  readonly startTime?: ClockTime
}

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
  return { verdict, ...stateOf(voucher, record, now) }
}

function stateOf(voucher: SignedVoucher, record: AppointmentRecord | undefined, now: Date): Standing {
  // After the retention period the appointment is gone, long after its day.
  if (!record) return { state: voucher.date < shanghaiToday(now) ? 'past' : 'void' }
  const { status, officeId, keptTime, openUntil } = record
  const isWaiting = status === 'awaiting-partner'
  // Vouchers are made once both have agreed: one that waits and keeps no time never had any.
  if (isOver(status) || (isWaiting && !keptTime)) return { state: 'void' }
  const { date, startTime, endTime } = timeInForce(record)
  if (date !== voucher.date || officeId !== voucher.officeId) return { state: 'changed' }
  if (status === 'attended') return { state: 'used' }
  const isOpen = openUntil !== undefined && openUntil >= shanghaiToday(now)
  if (status === 'no-show' || (!isOpen && instantAt(date, endTime) < now)) return { state: 'past' }
  return { state: isWaiting ? 'waiting' : 'valid', startTime }
}
