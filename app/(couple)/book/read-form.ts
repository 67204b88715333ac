import type { Sex } from '#lib/domain/identity-number.ts'
import { DOCUMENT_TYPES, type DocumentType, PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'

const LONGEST = 80

/** A field as typed, cut at a sane length; absent when empty. */
export function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() ? value.slice(0, LONGEST) : undefined
}

export function partyTypeOf(form: FormData): PartyType | undefined {
  return PARTY_TYPES.find((type) => type === form.get('partyType'))
}

export function documentTypeOf(form: FormData): DocumentType | undefined {
  return DOCUMENT_TYPES.find((type) => type === form.get('documentType'))
}

export function sexOf(form: FormData): Sex | undefined {
  const value = form.get('sex')
  return value === 'M' || value === 'F' ? value : undefined
}

/** Leaves out what is absent, so that it can be spread over what was there before. */
export function present<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}
