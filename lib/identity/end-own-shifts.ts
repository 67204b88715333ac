import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { hashToken } from './hash-token.ts'
import { closeStaffSessions } from './staff-session.sql.ts'

/** Signs somebody out of every other workstation than this one. */
export async function endOwnShifts(
  pool: Pool,
  actor: StaffActor,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<void> {
  await poolTransaction(pool, async (client) => {
    const ended = await closeStaffSessions(client, actor.id, now, hashToken(token))
    if (ended === 0) return
    const entry = { at: now, actorKind: 'staff', actorId: actor.id, act: 'signed-out-elsewhere' } as const
    await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: actor.id })
  })
}
