import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { readCorrection } from '#lib/domain/correction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { findCorrection, insertCorrection, lockParty } from './correction.sql.ts'
import { entryOf } from './entry-of.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'

/**
 * One of the two says what is wrong about the data we keep of them (个人信息保护法 art. 46), in their own words and only
 * in person. One request at a time: the next one when the office has answered. The other of the two is not told.
 */
export async function requestCorrection(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly text: string; readonly now: Date },
): Promise<Result<{ readonly id: string }>> {
  const { actor, now } = wish
  const appointment = actor.kind === 'person' ? await readSettled(pool, wish.code, now) : undefined
  const own = appointment && partyOf(appointment, identityOf(actor))
  if (!appointment || !own) return refuse('not-found')
  const text = readCorrection(wish.text)
  if (!text.ok) return text
  return poolTransaction(pool, async (client) => {
    await lockParty(client, appointment.id, own.role)
    const former = await findCorrection(client, appointment.id, own.role)
    if (former && !former.answeredAt)
      return refuse('not-allowed', [{ path: 'code', reason: 'already-asked' }])
    const id = randomUUID()
    const sealed = sealJson(`correction ${id}`, { text: text.value })
    await insertCorrection(client, { id, appointmentId: appointment.id, role: own.role, sealed, now })
    await writeEntry(client, entryOf(wish, appointment, 'correction-asked'))
    return accept({ id })
  })
}
