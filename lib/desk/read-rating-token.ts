import { timingSafeEqual } from 'node:crypto'
import { signRating } from './sign-rating.ts'

const SHAPE = /^[\w-]{43}$/
const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/** Which ticket a token made by `signRating` is about; undefined for one that was not. */
export function readRatingToken(token: string): string | undefined {
  if (!SHAPE.test(token)) return undefined
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  const ticketId = hex.replace(UUID, '$1-$2-$3-$4-$5')
  return timingSafeEqual(Buffer.from(signRating(ticketId)), Buffer.from(token)) ? ticketId : undefined
}
