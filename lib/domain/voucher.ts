import { type AppointmentCode, readAppointmentCode } from './appointment-code.ts'
import type { AppointmentStatus } from './appointment-status.ts'
import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { instantAt, shanghaiToday } from './clock.ts'
import { type SlotTime, timeInForce } from './slot-time.ts'

/** What a voucher says: which appointment, at which office, on which day. Nothing about people or their service. */
export interface Voucher {
  readonly code: AppointmentCode
  readonly officeId: string
  readonly date: CalendarDate
}

/** A voucher as it is carried: with the key that vouches for it and its signature (64 bytes in base64url). */
export interface SignedVoucher extends Voucher {
  readonly keyId: string
  readonly signature: string
}

/** What became of the appointment that a voucher was made for. */
export type VoucherState = 'valid' | 'waiting' | 'changed' | 'used' | 'past' | 'void'

const PARTS = /^([0-9A-Z]{10})\.([\w-]{1,80})\.(\d{4})(\d{2})(\d{2})\.([\w-]{8})\.([\w-]{86})$/

/** What a voucher can be made of: an appointment with the time both have agreed to, should a move be waiting. */
type Facts = SlotTime & {
  readonly keptTime: SlotTime | undefined
  /** The last day on which it stays good, where its own day could not be held. */
  readonly openUntil?: CalendarDate | undefined
}

/** Whether an appointment has a voucher: agreed by all, and still to come. One that waits for a move has that of its old time. */
export function hasVoucher(appointment: Facts & { readonly status: AppointmentStatus }, now: Date): boolean {
  const { status, keptTime, openUntil } = appointment
  const isAgreed = status === 'confirmed' || (status === 'awaiting-partner' && keptTime !== undefined)
  const { date, endTime } = timeInForce(appointment)
  const isOpen = openUntil !== undefined && openUntil >= shanghaiToday(now)
  return isAgreed && (isOpen || instantAt(date, endTime) >= now)
}

/** What the voucher of an appointment says, as things stand. */
export function voucherFor(appointment: Facts & Pick<Voucher, 'code' | 'officeId'>): Voucher {
  const { code, officeId } = appointment
  return { code, officeId, date: timeInForce(appointment).date }
}

/**
 * The very text that is signed, in UTF-8: four lines, no line feed at the end. The first line keeps a signature made
 * for a voucher from meaning anything elsewhere. docs/voucher.md tells it to third parties: it never changes.
 */
export function voucherMessage({ code, officeId, date }: Voucher): string {
  return ['yueding-voucher-1', code, officeId, compact(date)].join('\n')
}

/** A signed voucher as it stands in the QR code: `code.office.yyyymmdd.key.signature`. */
export function writeVoucher(voucher: SignedVoucher): string {
  const { code, officeId, date, keyId, signature } = voucher
  return [code, officeId, compact(date), keyId, signature].join('.')
}

/** The same read back; undefined for anything of another shape. Whether it is genuine only its signature tells. */
export function readVoucher(text: string): SignedVoucher | undefined {
  const [, code = '', officeId = '', year, month, day, keyId = '', signature = ''] =
    PARTS.exec(text.trim()) ?? []
  const date = `${year}-${month}-${day}`
  if (readAppointmentCode(code) !== code || !isCalendarDate(date)) return undefined
  return { code, officeId, date, keyId, signature }
}

function compact(date: CalendarDate): string {
  return date.replaceAll('-', '')
}
