import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { keptMissers, restoreParties, voidNoShows } from './no-show.sql.ts'
import { readSettled } from './read-settled.ts'
import type { Recorder } from './record-no-show.ts'
import { releaseKeptSeat } from './release-kept-seat.ts'
import { swapStatus } from './store.ts'

export type VoidReason = 'office-cancelled' | 'recorded-in-error' | 'explained'

/**
 * A no-show no longer counts: the office had cancelled, it was recorded in error, or it has been explained. An error
 * found on the same day is undone altogether, and the appointment stands as before; later the office only takes it off
 * the count.
 */
export async function voidNoShow(
  pool: Pool,
  wish: { readonly by: Recorder; readonly code: string; readonly reason: VoidReason; readonly now: Date },
): Promise<Result<{ readonly code: string; readonly status: 'no-show' | 'confirmed' | 'attended' }>> {
  const { by, reason, now } = wish
  const appointment = await readSettled(pool, wish.code, now)
  if (!appointment) return refuse('not-found')
  const { status } = appointment
  if (status !== 'no-show' && status !== 'attended')
    return refuse('not-allowed', [{ path: 'code', reason: status }])
  return poolTransaction(pool, async (client) => {
    const recordedAt = await voidNoShows(client, appointment.id, reason, now)
    if (!recordedAt) return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
    const isSameDay = shanghaiToday(recordedAt) === shanghaiToday(now)
    const undone = status === 'no-show' && reason === 'recorded-in-error' && isSameDay
    const after = undone ? statusAfter(status, 'undo') : status
    if (after === 'confirmed') {
      if (!(await swapStatus(client, appointment, { status: after, now })))
        return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
      await restoreParties(client, appointment.id)
      if (appointment.caseId) await releaseKeptSeat(client, appointment.caseId)
    }
    await writeEntry(client, {
      at: now,
      actorKind: by.kind,
      ...(by.kind === 'staff' ? { actorId: by.id } : {}),
      act: 'no-show-voided',
      subjectKind: 'appointment',
      subjectId: appointment.id,
      officeId: appointment.officeId,
    })
    keptMissers().kept = undefined
    return accept({ code: appointment.code, status: after === 'confirmed' ? after : status })
  })
}
