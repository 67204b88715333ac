import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { deleteAbsence, lockAbsence } from './absence.sql.ts'

/** Takes an absence back; what stood on the roster of its days counts again. */
export async function removeAbsence(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly absenceId: string; readonly now: Date },
): Promise<Result<true>> {
  const { actor, absenceId, now } = wish
  if (!isUuid(absenceId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockAbsence(client, absenceId)
    if (!found) return refuse('not-found')
    const refusal = refuseStaff(actor, 'edit-roster', found.place)
    if (refusal) return refusal
    await deleteAbsence(client, absenceId)
    const { staffId, from, until } = found.absence
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'absence-removed',
      subjectKind: 'roster',
      subjectId: absenceId,
      officeId: found.place.id,
      detail: { staffId, from, until },
    })
    return accept(true)
  })
}
