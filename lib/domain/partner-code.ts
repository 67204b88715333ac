/** No I, O, Q, U, 0, 1: nothing that is misread from a screen or misheard on the phone. */
const ALPHABET = 'ABCDEFGHJKLMNPRSTVWXYZ23456789'
const LENGTH = 8
const FAIR = Math.floor(256 / ALPHABET.length) * ALPHABET.length

/** After so many wrong tries a partner code is void; the first person can ask for a new one. */
export const PARTNER_CODE_TRIES = 5

/** The code that secret random bytes make; bytes that would favour some letters are passed over. */
export function partnerCodeFrom(random: Uint8Array): string {
  let code = ''
  for (const byte of random) {
    if (byte < FAIR) code += ALPHABET.charAt(byte % ALPHABET.length)
    if (code.length === LENGTH) return code
  }
  throw new Error('more random bytes are needed')
}

/** What somebody typed, as a code, or undefined when it cannot be one. */
export function readPartnerCode(typed: string): string | undefined {
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return text.length === LENGTH && Array.from(text).every((letter) => ALPHABET.includes(letter))
    ? text
    : undefined
}

/** In two halves for reading: ABCD-EFGH. */
export function groupedPartnerCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
