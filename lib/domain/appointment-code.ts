/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud and typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LENGTH = 9

/** Ten characters: nine random ones (45 bits) and a check character. */
export type AppointmentCode = string

/** The code that nine random bytes make (the low five bits of each count). */
export function appointmentCodeFrom(random: Uint8Array): AppointmentCode {
  if (random.length < RANDOM_LENGTH) throw new Error('nine random bytes are needed')
  let [code, check] = ['', 0]
  for (const byte of random.subarray(0, RANDOM_LENGTH)) {
    code += ALPHABET.charAt(byte & 31)
    check = timesTwo(check ^ (byte & 31))
  }
  return code + ALPHABET.charAt(check)
}

/** What somebody typed, as a code: lower case, gaps and look-alikes are forgiven, a wrong check character is not. */
export function readAppointmentCode(typed: string): AppointmentCode | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const values = Array.from(text, (character) => ALPHABET.indexOf(character))
  if (values.length !== RANDOM_LENGTH + 1 || values.includes(-1)) return undefined
  return checkOf(values.slice(0, RANDOM_LENGTH)) === values[RANDOM_LENGTH] ? text : undefined
}

/** In groups for reading: 7K3Q-9M2X-4T. */
export function groupedCode(code: AppointmentCode): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

// Weights are successive powers of 2 in the field of 32 elements: every single wrong character and every swap of two
// characters changes the sum.
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => timesTwo(sum ^ value), 0)
}

function timesTwo(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? doubled ^ 0b100101 : doubled
}
