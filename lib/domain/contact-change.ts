import { isClockTime } from './clock.ts'
import type { Contact, ContactMedium } from './contact.ts'
import { readPhoneNumber } from './phone-number.ts'
import type { RefusalDetail } from './refusal.ts'

/** A contact is seen and changed only by somebody who has signed in so recently (OWASP ASVS 7.5.1). */
export const FRESH_SIGN_IN_MINUTES = 10

/** Whether somebody has just proved who they are, as against holding a phone that lies about. */
export function isFreshSignIn(signedInAt: Date, now: Date, minutes = FRESH_SIGN_IN_MINUTES): boolean {
  return now.getTime() - signedInAt.getTime() < minutes * 60_000
}

/** A contact as typed. */
export interface ContactInput {
  readonly medium: ContactMedium
  readonly address: string
  readonly quietFrom: string
  readonly quietUntil: string
  readonly callFrom?: string | undefined
  readonly callUntil?: string | undefined
  readonly safe: boolean
}

const EMAIL =
  /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

/** An address in the one way it is stored and compared; undefined when nothing can be sent there. */
export function readContactAddress(medium: ContactMedium, typed: string): string | undefined {
  if (medium === 'sms') return readPhoneNumber(typed)
  const plain = typed.normalize('NFKC').trim()
  if (medium === 'wechat') return /^[\w-]{6,64}$/.test(plain) ? plain : undefined
  if (plain.length > 254 || !EMAIL.test(plain)) return undefined
  const at = plain.lastIndexOf('@')
  return plain.slice(0, at) + plain.slice(at).toLowerCase()
}

/** A contact that can be kept, or what is wrong with which field. */
export function readContact(
  input: ContactInput,
): { readonly contact: Contact } | { readonly errors: readonly RefusalDetail[] } {
  const { medium, quietFrom, quietUntil, callFrom, callUntil, safe } = input
  const address = readContactAddress(medium, input.address)
  const errors: RefusalDetail[] = []
  if (!address) errors.push({ path: 'address', reason: `address-${medium}` })
  if (!isClockTime(quietFrom)) errors.push({ path: 'quietFrom', reason: 'time' })
  if (!isClockTime(quietUntil)) errors.push({ path: 'quietUntil', reason: 'time' })
  errors.push(...faultsOfCallHours(callFrom, callUntil))
  if (!address || errors.length > 0) return { errors }
  const call = callFrom && callUntil ? { callFrom, callUntil } : {}
  return { contact: { medium, address, quietFrom, quietUntil, ...call, ...(safe ? { safe } : {}) } }
}

/** Both ends or neither, the first before the last. */
export function faultsOfCallHours(from: string | undefined, until: string | undefined): RefusalDetail[] {
  if (from === undefined && until === undefined) return []
  if (from === undefined || !isClockTime(from)) return [{ path: 'callFrom', reason: 'time' }]
  if (until === undefined || !isClockTime(until)) return [{ path: 'callUntil', reason: 'time' }]
  return from < until ? [] : [{ path: 'callUntil', reason: 'time-order' }]
}
