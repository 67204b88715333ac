import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { keptMissers, voidNoShows } from './no-show.sql.ts'
import { lockStanding } from './standing.sql.ts'
import { releaseParties, swapStatus } from './store.ts'

/**
 * Puts down, in the transaction of the desk's act, that the people of an appointment came and were served; a note that
 * they had not come is void then. False where it has come to nothing meanwhile, or still waits for a word: whoever
 * stands at the window is served all the same.
 */
export async function attendAppointment(
  client: PoolClient,
  wish: { readonly id: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { id, by, now } = wish
  const standing = await lockStanding(client, id)
  const status = standing && statusAfter(standing.status, 'attend')
  if (!standing || !status) return false
  await swapStatus(client, standing, { status, now })
  await releaseParties(client, id)
  if (standing.status === 'no-show') {
    await voidNoShows(client, id, 'recorded-in-error', now)
    keptMissers().kept = undefined
  }
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: by,
    act: 'appointment-attended',
    subjectKind: 'appointment',
    subjectId: id,
    officeId: standing.officeId,
  })
  return true
}
