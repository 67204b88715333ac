import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { readIdentityClaims } from '../read-identity-claims.ts'
import { DEMO_FIELDS, type DemoAttempt } from './keep-attempt.ts'
import { listPersonas } from './list-personas.ts'

export type DemoAnswer =
  | { readonly kind: 'chosen'; readonly identity: VerifiedIdentity }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly attempt: DemoAttempt }

/** What the form of the demo service says: one of the personas, somebody typed in, or "never mind". */
export function readDemoForm(form: URLSearchParams, today: CalendarDate): DemoAnswer {
  if (form.has('cancel')) return { kind: 'cancelled' }
  const persona = form.has('persona') ? listPersonas()[Number(form.get('persona'))] : undefined
  if (persona) return { kind: 'chosen', identity: persona.identity }
  const [name = '', documentType = '', documentNumber = '', phone = ''] = DEMO_FIELDS.map((field) =>
    (form.get(field) ?? '').slice(0, 200),
  )
  const claims = { name, document_type: documentType, document_number: documentNumber, phone_number: phone }
  const identity = readIdentityClaims(claims, today)
  const phoneFault = readPhoneNumber(phone) ? [] : [{ path: 'phone', reason: 'format' }]
  const errors = [...(identity.ok ? [] : (identity.errors ?? [])), ...phoneFault]
  if (identity.ok && errors.length === 0) return { kind: 'chosen', identity: identity.value }
  return { kind: 'refused', attempt: { values: { name, documentType, documentNumber, phone }, errors } }
}
