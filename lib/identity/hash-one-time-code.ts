import { deriveSecret } from './derive-secret.ts'

/** What is stored of a code: six digits are guessed from a plain hash in a second, so it is keyed, and salted by its row. */
export function hashOneTimeCode(id: string, code: string): Buffer {
  return deriveSecret('one-time-code', `${id} ${code}`)
}
