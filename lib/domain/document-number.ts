import type { CalendarDate } from './calendar-date.ts'
import {
  type IdentityNumberFault,
  type IdentityNumberKind,
  normalizeNumber,
  readIdentityNumber,
  type Sex,
} from './identity-number.ts'
import type { DocumentType } from './party-type.ts'

type DocumentFault = IdentityNumberFault | 'other-document'

export type DocumentNumber =
  | {
      readonly valid: true
      readonly normalized: string
      readonly birthDate?: CalendarDate
      readonly sex?: Sex
    }
  | { readonly valid: false; readonly reason: DocumentFault }

const CITIZEN_KINDS: Partial<Record<DocumentType, IdentityNumberKind>> = {
  RESIDENT_ID: 'MAINLAND',
  HK_RESIDENCE_PERMIT: 'HK_RESIDENCE_PERMIT',
  MACAU_RESIDENCE_PERMIT: 'MACAU_RESIDENCE_PERMIT',
  TAIWAN_RESIDENCE_PERMIT: 'TW_RESIDENCE_PERMIT',
  FOREIGN_PERMANENT_ID: 'FOREIGN_PERMANENT_RESIDENT',
}

const PATTERNS: Partial<Record<DocumentType, RegExp>> = {
  HK_MACAU_PERMIT: /^[HM]\d{8}(\d{2})?$/,
  TAIWAN_PERMIT: /^(\d{8}|\d{10}[A-Z]?)$/,
  PASSPORT: /^[A-Z0-9]{5,20}$/,
}

// The card of 2017 stays valid beside the 18-digit one of 2023.
const FOREIGN_PERMANENT_ID_2017 = /^[A-Z]{3}\d{12}$/

/**
 * Reads the number of any of the eight documents that prove a party's identity. Numbers of the citizen-number family
 * tell birth date and sex as well; `other-document` means a sound number of another kind of document.
 */
export function readDocumentNumber(type: DocumentType, value: string, today: CalendarDate): DocumentNumber {
  const normalized = normalizeNumber(value)
  if (type === 'FOREIGN_PERMANENT_ID' && FOREIGN_PERMANENT_ID_2017.test(normalized))
    return { valid: true, normalized }
  const kind = CITIZEN_KINDS[type]
  if (!kind) {
    return PATTERNS[type]?.test(normalized) ? { valid: true, normalized } : { valid: false, reason: 'format' }
  }
  const number = readIdentityNumber(normalized, today)
  if (!number.valid) return number
  if (number.kind !== kind) return { valid: false, reason: 'other-document' }
  return { valid: true, normalized, birthDate: number.birthDate, sex: number.sex }
}
