import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { identityOf } from '#lib/domain/actor.ts'
import type { CodeAddress } from '#lib/domain/one-time-code.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'
import { findOwnContact } from './find-own-contact.ts'

/** Whether an address has to be proved by a code before it is kept: not the one kept already, nor the sign-in's phone. */
export async function needsContactProof(pool: Pool, actor: Actor, to: CodeAddress): Promise<boolean> {
  const kept = await findOwnContact(pool, actor)
  if (kept && !kept.dead && kept.medium === to.medium && kept.address === to.address) return false
  const vouched = identityOf(actor)?.phone
  return to.medium !== 'sms' || needsPhoneProof(to.address, { vouched, proved: undefined })
}
