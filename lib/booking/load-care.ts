import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { Care } from '#lib/domain/care.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { listCare } from './care.sql.ts'
import { entryOf } from './entry-of.ts'
import { openCare } from './open-care.ts'
import { readSettled } from './read-settled.ts'

/**
 * What the two have asked of the desk, each by role, for the desk alone: a key with the scope `desk` that speaks for
 * nobody. Anybody else, the two themselves included, hears the same as for no such code. Every reading is on the record.
 */
export async function loadCare(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly now: Date },
): Promise<Result<readonly { readonly role: number; readonly care: Care }[]>> {
  const { actor, now } = wish
  const isDesk = actor.kind === 'channel' && actor.scopes.includes('desk') && !actor.onBehalfOf
  const appointment = isDesk ? await readSettled(pool, wish.code, now) : undefined
  if (!appointment) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const rows = await listCare(client, appointment.id)
    if (rows.length > 0) await writeEntry(client, entryOf(wish, appointment, 'care-read'))
    return accept(rows.map(({ role, sealed }) => ({ role, care: openCare(appointment.id, role, sealed) })))
  })
}
