import type { HomeVisitInput } from '#lib/domain/home-visit.ts'

/** A wish for a visit as the form holds it. */
export interface VisitForm extends HomeVisitInput {
  readonly officeId: string
  /** Made when the form was opened: sent twice it is one wish. */
  readonly key: string
}

/** What was typed, cut at sane lengths, by the names that refusals use. */
export function readVisitForm(form: FormData): VisitForm {
  const read = (name: string, most = 80) => String(form.get(name) ?? '').slice(0, most)
  return {
    officeId: read('officeId'),
    key: read('key'),
    service: read('service'),
    reason: read('reason'),
    address: read('address', 200),
    note: read('note', 400),
    people: [0, 1].map((index) => ({
      name: read(`people.${index}.name`),
      phone: read(`people.${index}.phone`),
    })),
  }
}
