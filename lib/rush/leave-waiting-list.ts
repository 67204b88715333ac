import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { endEntry } from './line.sql.ts'
import { findByLeaveHash, findEntry } from './store.ts'

/** Who leaves: the one who joined, signed in, or whoever has the link that only they were sent. */
export type Leaving = { readonly now: Date } & (
  | { readonly actor: Actor; readonly entryId: string }
  | { readonly token: string }
)

/** Leaves the line; a seat that was offered goes to the next couple. Leaving twice is leaving once. */
export async function leaveWaitingList(pool: Pool, leaving: Leaving): Promise<Result<{ entryId: string }>> {
  const { now } = leaving
  const byLink = 'token' in leaving
  const entry = byLink
    ? await findByLeaveHash(pool, hashToken(leaving.token))
    : await findEntry(pool, leaving.entryId)
  if (!entry || (!byLink && entry.personId !== leaving.actor.id)) return refuse('not-found')
  await poolTransaction(pool, async (client) => {
    if (!(await endEntry(client, entry.id, { from: ['waiting', 'offered'], status: 'left', now }))) return
    await writeEntry(client, {
      at: now,
      actorKind: 'person',
      actorId: entry.personId,
      act: 'waiting-list-left',
      subjectKind: 'waiting-entry',
      subjectId: entry.id,
    })
  })
  return accept({ entryId: entry.id })
}
