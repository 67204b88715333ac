import { openCaseParty } from '#lib/divorce/open-case-party.ts'
import { maskName, maskNumber, maskPhone } from '#lib/domain/masking.ts'
import type { CaseRow } from './cases.sql.ts'

/** A person of a case as lists show them. */
interface CasePersonView {
  readonly role: number
  readonly name: string
  readonly documentNumber: string
  readonly phone: string
  readonly isUnreachable: boolean
}

/** A case as a screen of the desk shows it: nobody is named in full. */
export interface CaseView extends Omit<CaseRow, 'people'> {
  readonly people: readonly CasePersonView[]
}

/** Masks the people of a row. */
export function viewCaseRow({ people, ...row }: CaseRow): CaseView {
  return {
    ...row,
    people: people.map(({ role, sealed, isUnreachable }) => {
      const { name, documentNumber, phone } =
        sealed === '' ? FORGOTTEN : openCaseParty(row.id, role, Buffer.from(sealed, 'base64'))
      return {
        role,
        name: maskName(name),
        documentNumber: maskNumber(documentNumber),
        phone: maskPhone(phone),
        isUnreachable,
      }
    }),
  }
}

/** Of an old case only its dates are left. */
const FORGOTTEN = { name: '', documentNumber: '', phone: '' } as const
