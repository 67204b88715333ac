import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import type { DocumentType } from '#lib/domain/party-type.ts'
import { readPersonName } from '#lib/domain/person-name.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'

interface TypedIdentity {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly phone?: string | undefined
}

/** Whom a channel has verified, as facts: the number normalized, name and phone readable; or what is wrong with them. */
export function readIdentity(typed: TypedIdentity, now: Date): Result<VerifiedIdentity> {
  const errors: RefusalDetail[] = []
  const wrong = (field: string, reason: string) => errors.push({ path: `onBehalfOf.${field}`, reason })
  const name = readPersonName(typed.name)
  if (!name) wrong('name', typed.name.trim() ? 'name' : 'required')
  const number = readDocumentNumber(typed.documentType, typed.documentNumber, shanghaiToday(now))
  if (!number.valid) wrong('documentNumber', typed.documentNumber.trim() ? number.reason : 'required')
  const phone = typed.phone === undefined ? undefined : readPhoneNumber(typed.phone)
  if (typed.phone !== undefined && !phone) wrong('phone', 'phone')
  if (!name || !number.valid || errors.length > 0) return refuse('invalid-input', errors)
  const { documentType } = typed
  return accept({ name, documentType, documentNumber: number.normalized, ...(phone ? { phone } : {}) })
}
