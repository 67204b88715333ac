import { typedText } from '../new/read-application.ts'

/** A withdrawal as it stands in the form. */
export interface TypedWithdrawal {
  readonly role: string
  readonly paper: string
  readonly hasDocument: boolean
}

export function readWithdrawal(form: FormData): TypedWithdrawal {
  return {
    role: typedText(form, 'role'),
    paper: typedText(form, 'paper'),
    hasDocument: form.get('document') === 'on',
  }
}

/** The certificates as they stand in the form. */
export interface TypedCertificates {
  readonly certificates: readonly [string, string]
  readonly isVoluntary: boolean
}

export function readCertificates(form: FormData): TypedCertificates {
  return {
    certificates: [typedText(form, 'certificates.0'), typedText(form, 'certificates.1')],
    isVoluntary: form.get('voluntary') === 'on',
  }
}

/** The printed dates as they stand in the form. */
export interface TypedDates {
  readonly coolingOffEnd: string
  readonly certWindowEnd: string
}

export function readDates(form: FormData): TypedDates {
  return {
    coolingOffEnd: typedText(form, 'coolingOffEnd'),
    certWindowEnd: typedText(form, 'certWindowEnd'),
  }
}
