import { writeEntry } from '#lib/audit/write-entry.ts'
import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { fieldView } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findPlace } from './plan.sql.ts'
import { type ChangedRow, readChange, readCouples } from './progress.sql.ts'
import { refuseChange } from './refuse-change.ts'

/** A couple to be phoned, with names and numbers. */
export interface CoupleToPhone extends Omit<ChangedRow, 'people'> {
  readonly people: readonly { readonly name: string; readonly phone: string }[]
}

/**
 * Whom an office has to phone about a change: who got no other time, and whom no message reaches. Names and numbers are
 * whole; that somebody saw them, and of which change, is on the record of each couple. Refused to those whose role sees
 * no numbers.
 */
export async function listToPhone(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly changeId: string; readonly now: Date },
): Promise<Result<{ readonly officeId: string; readonly couples: readonly CoupleToPhone[] }>> {
  const { actor, changeId, now } = wish
  const made = isUuid(changeId) ? await readChange(pool, changeId) : undefined
  const place = made && (await findPlace(pool, made.officeId))
  if (!made || !place) return refuse('not-found')
  const { officeId } = made
  const refusal = await refuseChange(pool, { actor, officeId })
  if (refusal) return refusal
  if (fieldView(actor.grants, 'phone', place) !== 'on-reason')
    return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const rows = await readCouples(pool, changeId, { onlyToPhone: true })
  for (const { appointmentId } of rows) {
    await writeEntry(pool, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'person-revealed',
      subjectKind: 'appointment',
      subjectId: appointmentId,
      officeId,
      detail: { reason: 'change', changeId },
    })
  }
  const couples = rows.map(({ people, ...row }) => ({
    ...row,
    people: people.map(({ role, sealed }) => {
      const { name, phone } = openParty(row.appointmentId, role, sealed)
      return { name, phone }
    }),
  }))
  return accept({ officeId, couples })
}
