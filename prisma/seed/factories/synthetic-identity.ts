import { addDays, type CalendarDate, calendarDate } from '#lib/domain/calendar-date.ts'
import { checkDigitOf, type Sex } from '#lib/domain/identity-number.ts'

export interface SyntheticIdentity {
  readonly documentNumber: string
  readonly sex: Sex
  readonly birthDate: CalendarDate
}

// A code of a province as a whole, or of a city 00 or 91-97 in it, is given to no county and so to no person.
const PROVINCES =
  '11 31 44 12 13 14 15 21 22 23 32 33 34 35 36 37 41 42 43 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ')
const CITIES = ['00', '91', '92', '93', '94', '95', '96', '97']
const PEOPLE_PER_REGION = 500
const FIRST_BIRTHDAY = calendarDate('1975-01-01')
const BIRTHDAYS = 9_800

/**
 * A sound citizen number that belongs to nobody: the n-th, the same in every run, and no two alike for n from 0 to ten
 * million, whatever sex and birth date are asked for. Unless asked otherwise these people are of age to marry.
 */
export function syntheticIdentity(
  n: number,
  wish: { readonly sex?: Sex; readonly birthDate?: CalendarDate } = {},
): SyntheticIdentity {
  const sex = wish.sex ?? (n % 2 === 0 ? 'M' : 'F')
  const birthDate = wish.birthDate ?? addDays(FIRST_BIRTHDAY, (n * 37) % BIRTHDAYS)
  const sequence = (n % PEOPLE_PER_REGION) * 2 + (sex === 'M' ? 1 : 0)
  const digits = `${regionOf(n)}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return { documentNumber: digits + checkDigitOf(digits), sex, birthDate }
}

function regionOf(n: number): string {
  const region = Math.floor(n / PEOPLE_PER_REGION)
  const county = Math.floor(region / PROVINCES.length)
  const province = PROVINCES[region % PROVINCES.length]
  const city = CITIES[Math.floor(county / 100)]
  if (province === undefined || city === undefined) throw new Error(`no synthetic number is left for ${n}`)
  return `${province}${city}${String(county % 100).padStart(2, '0')}`
}
