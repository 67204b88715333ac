const MAINLAND = /^1[3-9]\d{9}$/
const ABROAD = /^\+(852|853|886|[1-9]\d{0,2})\d{6,12}$/

/** A phone number as digits (mainland) or `+` and digits (elsewhere); undefined when it is none. */
export function readPhoneNumber(value: string): string | undefined {
  const compact = value
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86(?=1)/, '')
  const number = compact.replace(/^00/, '+')
  return MAINLAND.test(number) || ABROAD.test(number) ? number : undefined
}
