import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { readIdentityClaims } from '../read-identity-claims.ts'
import type { DemoAttempt, Persona } from '../share-demo-desk.ts'

const FIELDS = ['name', 'documentType', 'documentNumber', 'phone'] as const

export type DemoAnswer =
  | { readonly kind: 'chosen'; readonly identity: VerifiedIdentity }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly attempt: DemoAttempt }

/** What the form of the demo service says: one of the personas, somebody typed in, or "never mind". */
export function readDemoForm(
  form: URLSearchParams,
  personas: readonly Persona[],
  today: CalendarDate,
): DemoAnswer {
  if (form.has('cancel')) return { kind: 'cancelled' }
  const persona = form.has('persona') ? personas[Number(form.get('persona'))] : undefined
  if (persona) {
    const { name, documentType, documentNumber, phone } = persona
    return { kind: 'chosen', identity: { name, documentType, documentNumber, phone } }
  }
  const [name = '', documentType = '', documentNumber = '', phone = ''] = FIELDS.map((field) =>
    (form.get(field) ?? '').slice(0, 200),
  )
  const claims = { name, document_type: documentType, document_number: documentNumber, phone_number: phone }
  const identity = readIdentityClaims(claims, today)
  const phoneFault = readPhoneNumber(phone) ? [] : [{ path: 'phone', reason: 'format' }]
  const errors = [...(identity.ok ? [] : (identity.errors ?? [])), ...phoneFault]
  if (identity.ok && errors.length === 0) return { kind: 'chosen', identity: identity.value }
  return { kind: 'refused', attempt: { values: { name, documentType, documentNumber, phone }, errors } }
}
