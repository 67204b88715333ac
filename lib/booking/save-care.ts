import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { type CareInput, readCare } from '#lib/domain/care.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { putCare } from './care.sql.ts'
import { entryOf } from './entry-of.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { sealCare } from './seal-care.ts'

/**
 * One of the two tells the desk what the other must not know. Only in person: a channel may speak for both. The record
 * says that something was told, not what; the other is told nothing. An empty wish takes the former one back.
 */
export async function saveCare(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly care: CareInput; readonly now: Date },
): Promise<Result<true>> {
  const { actor, now } = wish
  const appointment = await readSettled(pool, wish.code, now)
  const own = appointment && actor.kind === 'person' ? partyOf(appointment, identityOf(actor)) : undefined
  if (!appointment || !own) return refuse('not-found')
  if (!isActive(appointment.status))
    return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
  const read = readCare(wish.care)
  if ('errors' in read) return refuse('invalid-input', read.errors)
  const { id: appointmentId } = appointment
  const { role } = own
  const sealed = read.care ? sealCare(appointmentId, role, read.care) : null
  await poolTransaction(pool, async (client) => {
    await putCare(client, { appointmentId, role, sealed })
    await writeEntry(client, entryOf(wish, appointment, 'care-changed'))
  })
  return accept(true)
}
