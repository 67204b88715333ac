import type { TypedApplication } from '#lib/desk/propose-application.ts'
import { isLocale } from '#lib/domain/localized-text.ts'
import { DOCUMENT_TYPES, PARTY_TYPES } from '#lib/domain/party-type.ts'

const LONGEST = 120

/** A field of a form as typed, cut at a sane length. */
export function typedText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, LONGEST) : ''
}

/** The application as it stands in the form. */
export function readApplication(form: FormData, officeId: string): TypedApplication {
  const text = (name: string) => typedText(form, name)
  const code = text('code').trim()
  return {
    officeId,
    receiptNumber: text('receiptNumber'),
    acceptedOn: text('acceptedOn'),
    ...(code ? { code } : {}),
    people: [personOf(form, 0), personOf(form, 1)],
    coolingOffEnd: text('coolingOffEnd'),
    certWindowEnd: text('certWindowEnd'),
  }
}

function personOf(form: FormData, index: number): TypedApplication['people'][number] {
  const text = (field: string) => typedText(form, `parties.${index}.${field}`)
  const [party, document] = text('documentType').split(' ')
  const [sex, birthDate, locale] = [text('sex'), text('birthDate'), text('locale')]
  return {
    partyType: PARTY_TYPES.find((one) => one === party) ?? 'MAINLAND',
    documentType: DOCUMENT_TYPES.find((one) => one === document) ?? 'RESIDENT_ID',
    documentNumber: text('documentNumber'),
    name: text('name'),
    phone: text('phone'),
    ...(sex === 'M' || sex === 'F' ? { sex } : {}),
    ...(birthDate ? { birthDate } : {}),
    locale: isLocale(locale) ? locale : 'zh-CN',
  }
}
