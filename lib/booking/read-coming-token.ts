import { timingSafeEqual } from 'node:crypto'
import { type ComingLink, signComing } from './sign-coming.ts'

const SHAPE = /^([0-9A-Z]{10})-([12])-([1-9]\d{0,9})-[\w-]{22}$/

/** What a token made by `signComing` is about; undefined for one that was not. */
export function readComingToken(token: string): ComingLink | undefined {
  const [, code, role, slotId] = SHAPE.exec(token) ?? []
  if (code === undefined) return undefined
  const link = { code, role: Number(role), slotId: Number(slotId) }
  return timingSafeEqual(Buffer.from(signComing(link)), Buffer.from(token)) ? link : undefined
}
