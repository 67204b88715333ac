import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { markPhoned, readChange } from './progress.sql.ts'
import { refuseChange } from './refuse-change.ts'

/** Puts down that a couple of a change was phoned. */
export async function notePhoned(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly changeId: string
    readonly appointmentId: string
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, changeId, appointmentId, now } = wish
  const made = isUuid(changeId) && isUuid(appointmentId) ? await readChange(pool, changeId) : undefined
  if (!made) return refuse('not-found')
  const refusal = await refuseChange(pool, { actor, officeId: made.officeId })
  if (refusal) return refusal
  if (!(await markPhoned(pool, { changeId, appointmentId, by: actor.id, at: now })))
    return refuse('not-found')
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'change-phoned',
    subjectKind: 'appointment',
    subjectId: appointmentId,
    officeId: made.officeId,
    detail: { changeId },
  })
  return accept(true)
}
