import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDo, type StaffAct } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { looksAfter } from '#lib/domain/staff-place.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type StaffRecord, selectStaff } from './staff-account.sql.ts'

export interface StaffChange<Value> {
  readonly actor: StaffActor
  readonly staffId: string
  /** What the actor needs to be allowed, in every place of the other. */
  readonly needs: StaffAct
  /** How it is called on the record. */
  readonly act: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly now: Date
  readonly change: (client: PoolClient, other: StaffRecord) => Promise<Result<Value>>
}

/**
 * One change of somebody else's account, on the record: by somebody who looks after them everywhere, and never one's
 * own. Whoever may not is told what somebody who does not exist would be: not found.
 */
export async function changeStaff<Value>(pool: Pool, wish: StaffChange<Value>): Promise<Result<Value>> {
  const { actor, staffId, needs, now } = wish
  return poolTransaction(pool, async (client): Promise<Result<Value>> => {
    const other = isUuid(staffId) ? await selectStaff(client, staffId, now) : undefined
    if (!other || !looksAfter(actor, other)) return refuse('not-found')
    const may = other.grants.every(({ place }) => mayDo(actor.grants, needs, place))
    if (!may) return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
    const changed = await wish.change(client, other)
    if (!changed.ok) return changed
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: wish.act,
      subjectKind: 'staff',
      subjectId: staffId,
      ...(wish.detail ? { detail: wish.detail } : {}),
    })
    return accept(changed.value)
  })
}
