/** First character kept, one star for each further one; a single character is hidden altogether. */
export function maskName(name: string): string {
  const [first, ...rest] = Array.from(name)
  return first === undefined || rest.length === 0 ? '*' : first + '*'.repeat(rest.length)
}

/** First three and last four kept: hides birth date and county. Short numbers keep two and two. */
export function maskNumber(number: string): string {
  return number.length >= 12 ? keep(number, 3, 4) : keep(number, 2, 2)
}

/** First three and last four kept. */
export function maskPhone(phone: string): string {
  return keep(phone, 3, 4)
}

/** A phone number as above; of a mailbox the first character and the house. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? maskPhone(address) : maskName(address.slice(0, at)) + address.slice(at)
}

/** First six and last four kept: for staff who must see the county. */
export function maskNumberKeepingRegion(number: string): string {
  return keep(number, 6, 4)
}

/** The last four characters of a document number, by which its owner proves to know it. */
export function lastFourOf(number: string): string {
  return number.slice(-4)
}

function keep(value: string, head: number, tail: number): string {
  const hidden = value.length - head - tail
  if (hidden <= 0) return '*'.repeat(value.length)
  return value.slice(0, head) + '*'.repeat(hidden) + value.slice(-tail)
}
