import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { keepSeatAnew } from './keep-seat-anew.ts'
import { insertNoShows, isSlotOpen, keptMissers } from './no-show.sql.ts'
import { readSettled } from './read-settled.ts'
import { releaseParties, swapStatus } from './store.ts'

/** Who puts down what became of an appointment: somebody of the registry, or the clock. */
export type Recorder = { readonly kind: 'staff'; readonly id: string } | { readonly kind: 'system' }

/**
 * Puts down that an appointment came to nothing because somebody did not come: `roles` are those who did not. Both may
 * book again; each who did not come is told. Not before its time has begun, and never for a time that the office itself
 * has closed.
 */
export async function recordNoShow(
  pool: Pool,
  wish: {
    readonly by: Recorder
    readonly code: string
    readonly roles: readonly number[]
    readonly now: Date
  },
): Promise<Result<{ readonly code: string; readonly status: 'no-show' }>> {
  const { by, now } = wish
  const appointment = await readSettled(pool, wish.code, now)
  if (!appointment) return refuse('not-found')
  const absent = appointment.parties.filter(({ role }) => wish.roles.includes(role))
  if (absent.length === 0 || absent.length < new Set(wish.roles).size)
    return refuse('invalid-input', [{ path: 'roles', reason: 'required' }])
  const status = statusAfter(appointment.status, 'miss')
  if (status !== 'no-show') return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
  if (instantAt(appointment.date, appointment.startTime) > now)
    return refuse('not-allowed', [{ path: 'code', reason: 'not-begun' }])
  return poolTransaction(pool, async (client) => {
    if (!(await isSlotOpen(client, appointment.slotId))) return refuse('slot-closed')
    if (!(await swapStatus(client, appointment, { status, now })))
      return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
    await insertNoShows(
      client,
      appointment.id,
      absent.map(({ role }) => role),
      now,
    )
    await releaseParties(client, appointment.id)
    if (appointment.caseId) await keepSeatAnew(client, appointment.caseId, now)
    await writeEntry(client, {
      at: now,
      actorKind: by.kind,
      ...(by.kind === 'staff' ? { actorId: by.id } : {}),
      act: 'no-show-recorded',
      subjectKind: 'appointment',
      subjectId: appointment.id,
      officeId: appointment.officeId,
    })
    await queueMessages(
      client,
      absent.map(({ role, locale }) => ({
        appointmentId: appointment.id,
        role,
        event: 'no-show' as const,
        locale,
        dueAt: now,
      })),
    )
    keptMissers().kept = undefined
    return accept({ code: appointment.code, status })
  })
}
