import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import type { Care } from '#lib/domain/care.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { listCare } from './care.sql.ts'
import { openCare } from './open-care.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'

/** What this person has asked of the desk; never what the other has, nor whether. */
export async function loadOwnCare(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly now: Date },
): Promise<Result<Care | undefined>> {
  const { actor } = wish
  const appointment = await readSettled(pool, wish.code, wish.now)
  const own = appointment && actor.kind === 'person' ? partyOf(appointment, identityOf(actor)) : undefined
  if (!appointment || !own) return refuse('not-found')
  const [row] = await listCare(pool, appointment.id, own.role)
  return accept(row && openCare(appointment.id, own.role, row.sealed))
}
