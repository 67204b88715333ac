import type { ArrivalQuery } from '#lib/desk/find-arrival.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'

const NAME_AND_BIRTH = /^(\D{2,}?)\s*((?:19|20)\d{2})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/

/** What was scanned or typed: a QR code, a code, a name with the date of birth, or the number of a document. */
export function readScan(typed: string): ArrivalQuery | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return undefined
  const [, name = '', year = '', month = '', day = ''] = NAME_AND_BIRTH.exec(text) ?? []
  if (name) {
    const birthDate = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
    return { by: 'name', name: name.trim(), birthDate }
  }
  if (text.includes('v=') || text.includes('.') || readAppointmentCode(text)) return { by: 'text', text }
  return { by: 'document', number: text }
}
