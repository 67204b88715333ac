import { timingSafeEqual } from 'node:crypto'
import { signLookUp } from './sign-look-up.ts'

/** Whether a proof made by `signLookUp` is for this code and still good. */
export function isLookedUp(proof: string, code: string, now: Date): boolean {
  const until = Number(proof.split('.')[1])
  if (!Number.isSafeInteger(until) || until * 1000 < now.getTime()) return false
  const expected = Buffer.from(signLookUp(code, until))
  const given = Buffer.from(proof)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
