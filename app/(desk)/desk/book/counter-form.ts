import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import type { ScreenAgreement } from '#lib/domain/counter-agreement.ts'
import type { PartyInput } from '#lib/domain/party.ts'
import { DOCUMENT_TYPES, PARTY_TYPES } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'

/** What a clerk has typed of a booking, kept until it is made. */
export interface CounterForm {
  readonly parties: readonly PartyInput[]
  readonly together: boolean
  readonly locale: string
  /** Made when the people were typed: a second click is the same booking. */
  readonly key: string
  /** For what the screen was turned to the couple, and to what the second has agreed there. */
  readonly turned?: {
    readonly service: Service
    readonly slotId: number
    readonly agreed?: ScreenAgreement
  }
  /** What came of it, for the page that reads it out. */
  readonly done?: Pick<BookingAnswer, 'code' | 'status' | 'heldUntil' | 'date' | 'start'>
}

const LONGEST = 80

/** The people as typed, right or wrong. */
export function readPeople(form: FormData, count: number): CounterForm {
  return {
    parties: Array.from({ length: count }, (_, index) => readPerson(form, index)),
    together: form.has('together'),
    locale: String(form.get('locale') ?? ''),
    key: crypto.randomUUID(),
  }
}

/** One of the people as typed, by the names that refusals use. */
function readPerson(form: FormData, index: number): PartyInput {
  const read = (field: string) => String(form.get(`parties.${index}.${field}`) ?? '').slice(0, LONGEST)
  const sex = read('sex')
  return {
    name: read('name'),
    documentType: DOCUMENT_TYPES.find((one) => one === read('documentType')) ?? 'RESIDENT_ID',
    documentNumber: read('documentNumber'),
    phone: read('phone'),
    partyType: PARTY_TYPES.find((one) => one === read('partyType')) ?? 'MAINLAND',
    ...(sex === 'M' || sex === 'F' ? { sex } : {}),
    ...(read('birthDate') ? { birthDate: read('birthDate') } : {}),
  }
}
