import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { restoreParties } from './no-show.sql.ts'
import { lockStanding } from './standing.sql.ts'
import { swapStatus } from './store.ts'

/** Takes back, in the transaction of the desk's act, that an appointment was attended: it stands again. */
export async function undoAttendance(
  client: PoolClient,
  wish: { readonly id: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { id, by, now } = wish
  const standing = await lockStanding(client, id)
  const status = standing?.status === 'attended' ? statusAfter(standing.status, 'undo') : undefined
  if (!standing || !status) return false
  await swapStatus(client, standing, { status, now })
  await restoreParties(client, id)
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: by,
    act: 'attendance-undone',
    subjectKind: 'appointment',
    subjectId: id,
    officeId: standing.officeId,
  })
  return true
}
