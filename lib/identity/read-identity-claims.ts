import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#lib/domain/party-type.ts'
import { readPersonName } from '#lib/domain/person-name.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'

/**
 * What an identity service says about somebody (claims `name`, `document_type`, `document_number`, `phone_number`),
 * as a verified identity, or every fault of it. We check by our own rules whatever the service may have checked:
 * numbers that it should never have let pass end here. A phone that cannot be read is left out, since it proves nothing.
 */
export function readIdentityClaims(
  claims: Readonly<Record<string, unknown>>,
  today: CalendarDate,
): Result<VerifiedIdentity> {
  const name = readPersonName(textOf(claims.name))
  const documentType = readDocumentType(claims.document_type)
  const phone = readPhoneNumber(textOf(claims.phone_number))
  const number = documentType
    ? readDocumentNumber(documentType, textOf(claims.document_number), today)
    : undefined
  if (name && documentType && number?.valid) {
    return accept({ name, documentType, documentNumber: number.normalized, ...(phone ? { phone } : {}) })
  }
  const errors: RefusalDetail[] = []
  if (!name) errors.push({ path: 'name', reason: 'format' })
  if (!documentType) errors.push({ path: 'documentType', reason: 'unknown' })
  if (number && !number.valid) errors.push({ path: 'documentNumber', reason: number.reason })
  return refuse('invalid-input', errors)
}

function readDocumentType(value: unknown): DocumentType | undefined {
  return DOCUMENT_TYPES.find((type) => type === value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
