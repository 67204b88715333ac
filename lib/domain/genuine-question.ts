import { type AppointmentCode, readAppointmentCode } from './appointment-code.ts'
import { readVoucher, type SignedVoucher } from './voucher.ts'

/** What somebody wants to know about: a voucher, a code alone, an address, or something we cannot make out. */
export type GenuineQuestion =
  | { readonly kind: 'voucher'; readonly voucher: SignedVoucher }
  | { readonly kind: 'code'; readonly code: AppointmentCode }
  /** The content of a QR code that leads to us but holds no whole voucher. */
  | { readonly kind: 'broken-voucher' }
  | { readonly kind: 'address'; readonly host: string; readonly isOurs: boolean }
  | { readonly kind: 'unclear' }

const LONGEST = 600
const BEGINNING = /^[0-9A-Z]{10}\.[\w-]+\.\d{4}/

/**
 * What was typed, pasted or scanned. An address is judged by its host before anything in it: a genuine voucher behind a
 * foreign host leads to a foreign site. `site` is the origin of ours, such as `https://yueding.example`.
 */
export function readGenuineQuestion(typed: string, site: string): GenuineQuestion {
  const text = typed.normalize('NFKC').trim().slice(0, LONGEST)
  const voucher = readVoucher(text)
  if (voucher) return { kind: 'voucher', voucher }
  const code = readAppointmentCode(text)
  if (code) return { kind: 'code', code }
  if (BEGINNING.test(text)) return { kind: 'broken-voucher' }
  const url = readAddress(text)
  if (!url) return { kind: 'unclear' }
  const isOurs = url.host === new URL(site).host
  const carried = isOurs && url.pathname === '/genuine' ? url.searchParams.get('v') : null
  if (carried === null) return { kind: 'address', host: url.host, isOurs }
  const inside = readVoucher(carried)
  return inside ? { kind: 'voucher', voucher: inside } : { kind: 'broken-voucher' }
}

// People leave the scheme out; then it has to look like a name, or every decimal number would be an address.
function readAddress(text: string): URL | undefined {
  const hasScheme = /^https?:\/\//i.test(text)
  const withScheme = hasScheme ? text : `https://${text}`
  if (/\s/.test(text) || !URL.canParse(withScheme)) return undefined
  const url = new URL(withScheme)
  const isName = url.hostname.includes('.') || url.hostname === 'localhost'
  return isName && (hasScheme || /\p{L}/u.test(text)) ? url : undefined
}
