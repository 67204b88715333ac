import type { Pool } from '#lib/db/pool.ts'
import { type Contact, USUAL_QUIET } from '#lib/domain/contact.ts'
import { findContact } from './find-contact.ts'

/**
 * How somebody is reached: as they have chosen, else by the phone of their sign-in. Where nothing arrives at the chosen
 * contact the phone takes its place, unless it was chosen so that nobody else reads along: then there is no way.
 */
export async function reachPerson(
  pool: Pool,
  personIndex: Buffer,
  phone: string,
): Promise<Contact | undefined> {
  const own = await findContact(pool, personIndex)
  if (!own) return { medium: 'sms', address: phone, ...USUAL_QUIET }
  if (!own.dead) return own
  if (own.safe) return undefined
  return { medium: 'sms', address: phone, quietFrom: own.quietFrom, quietUntil: own.quietUntil }
}
