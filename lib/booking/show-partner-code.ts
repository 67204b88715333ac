import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'

/** The code as it stands, for the one who hands it on; undefined for anybody else and when nothing waits. */
export async function showPartnerCode(
  pool: Pool,
  wish: { actor: Actor; code: string; now: Date },
): Promise<string | undefined> {
  const appointment = await readSettled(pool, wish.code, wish.now)
  const own = appointment && partyOf(appointment, identityOf(wish.actor))
  if (!own || appointment?.status !== 'awaiting-partner' || own.role === appointment.askedRole)
    return undefined
  return makePartnerCode(appointment.id, appointment.partnerCodeRound).code
}
