import { timingSafeEqual } from 'node:crypto'
import { signNumber } from './sign-number.ts'

const SHAPE = /^([\w-]{22})-[\w-]{22}$/

/** The id of the ticket that a token made by `signNumber` follows; undefined for one that was not. */
export function readNumberToken(token: string): string | undefined {
  const [, packed] = SHAPE.exec(token) ?? []
  if (packed === undefined) return undefined
  const hex = Buffer.from(packed, 'base64url').toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return timingSafeEqual(Buffer.from(signNumber(id)), Buffer.from(token)) ? id : undefined
}
