import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { replacePartnerCode } from './store.ts'

/** A new code to hand on, when the old one went astray or was tried wrongly too often; the old one is void. */
export async function renewPartnerCode(
  pool: Pool,
  wish: { actor: Actor; code: string; now: Date },
): Promise<Result<string>> {
  const appointment = await readSettled(pool, wish.code, wish.now)
  const own = appointment && partyOf(appointment, identityOf(wish.actor))
  if (!appointment || !own) return refuse('not-found')
  if (appointment.status !== 'awaiting-partner') return refuse('hold-expired')
  if (own.role === appointment.askedRole)
    return refuse('not-allowed', [{ path: 'code', reason: 'asked-oneself' }])
  const round = appointment.partnerCodeRound + 1
  const { code, hash } = makePartnerCode(appointment.id, round)
  return (await replacePartnerCode(pool, appointment.id, round, hash)) ? accept(code) : refuse('hold-expired')
}
