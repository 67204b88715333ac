import type { CalendarDate } from './calendar-date.ts'
import { isCalendarDate } from './calendar-date.ts'

export type Sex = 'M' | 'F'

export type IdentityNumberKind =
  | 'MAINLAND'
  | 'HK_RESIDENCE_PERMIT'
  | 'MACAU_RESIDENCE_PERMIT'
  | 'TW_RESIDENCE_PERMIT'
  | 'FOREIGN_PERMANENT_RESIDENT'

export type IdentityNumberFault =
  | 'legacy-15'
  | 'length'
  | 'format'
  | 'region'
  | 'birthdate'
  | 'birthdate-future'
  | 'check-digit'

export type IdentityNumber =
  | {
      readonly valid: true
      readonly normalized: string
      readonly kind: IdentityNumberKind
      readonly birthDate: CalendarDate
      readonly sex: Sex
    }
  | { readonly valid: false; readonly reason: IdentityNumberFault }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '),
)
const PERMIT_REGIONS: Readonly<Record<string, IdentityNumberKind>> = {
  '810000': 'HK_RESIDENCE_PERMIT',
  '820000': 'MACAU_RESIDENCE_PERMIT',
  '830000': 'TW_RESIDENCE_PERMIT',
}

const PLAIN = /^[0-9A-Z]*$/

/** What people type, made comparable: full-width forms, spaces and lower case are all the same number. */
export function normalizeNumber(value: string): string {
  return PLAIN.test(value) ? value : value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/**
 * Reads an 18-character citizen number or residence permit number. GB 11643-1999; check digit ISO 7064 MOD 11-2.
 * County codes are not compared with today's list: the code of an abolished county stays valid for life.
 */
export function readIdentityNumber(value: string, today: CalendarDate): IdentityNumber {
  const normalized = normalizeNumber(value)
  if (/^\d{15}$/.test(normalized)) return fault('legacy-15')
  if (normalized.length !== 18) return fault('length')
  if (!/^\d{17}[\dX]$/.test(normalized)) return fault('format')
  const kind = kindOf(normalized)
  if (!kind) return fault('region')
  const birthDate = `${normalized.slice(6, 10)}-${normalized.slice(10, 12)}-${normalized.slice(12, 14)}`
  if (!isCalendarDate(birthDate)) return fault('birthdate')
  if (birthDate > today) return fault('birthdate-future')
  if (checkDigitOf(normalized) !== normalized[17]) return fault('check-digit')
  return { valid: true, normalized, kind, birthDate, sex: Number(normalized[16]) % 2 === 1 ? 'M' : 'F' }
}

/** The 18th character that the first 17 digits call for. */
export function checkDigitOf(digits: string): string {
  let sum = 0
  for (let index = 0; index < 17; index += 1) sum += (WEIGHTS[index] ?? 0) * (digits.charCodeAt(index) - 48)
  return '10X98765432'.charAt(sum % 11)
}

function kindOf(number: string): IdentityNumberKind | undefined {
  if (number.startsWith('9')) return 'FOREIGN_PERMANENT_RESIDENT'
  return PERMIT_REGIONS[number.slice(0, 6)] ?? (PROVINCES.has(number.slice(0, 2)) ? 'MAINLAND' : undefined)
}

function fault(reason: IdentityNumberFault): IdentityNumber {
  return { valid: false, reason }
}
