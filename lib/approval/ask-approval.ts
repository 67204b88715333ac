import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { insertApproval } from './store.ts'

const STANDS_FOR_MS = 7 * 86_400_000

/**
 * Asks somebody else to agree to what one person wants to do, in the transaction of the caller; tells its id. SAFETY: the
 * caller has asked whether this member of staff may want it.
 */
export async function askApproval(
  client: PoolClient,
  wish: {
    readonly kind: string
    readonly scope: string
    readonly scopeId: string
    /** What will be done; no personal data. */
    readonly payload: unknown
    /** Why, in their words. */
    readonly note: string
    readonly actor: StaffActor
    readonly now: Date
  },
): Promise<string> {
  const { actor, now, ...asked } = wish
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + STANDS_FOR_MS)
  await insertApproval(client, { ...asked, id, askedBy: actor.id, askedAt: now, expiresAt })
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'approval-asked',
    subjectKind: 'approval',
    subjectId: id,
    ...(wish.scope === 'office' ? { officeId: wish.scopeId } : {}),
    detail: { kind: wish.kind },
  })
  return id
}
