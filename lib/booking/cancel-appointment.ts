import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { cutoffOf } from '#lib/domain/booking-policy.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { entryOf } from './entry-of.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { reopenSlots } from './reopen-slots.ts'
import { lockSlots, releaseParties, swapStatus } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

export interface Cancellation {
  readonly actor: Actor
  readonly code: string
  readonly reason?: string | undefined
  readonly key: string
  readonly now: Date
}

/** Either of the two cancels, until the office's cut-off; the seat is given back at once, and both are told. */
export async function cancelAppointment(
  pool: Pool,
  wish: Cancellation,
): Promise<Result<{ code: string; status: 'cancelled' }>> {
  const { actor, now, key } = wish
  const appointment = await readSettled(pool, wish.code, now)
  if (!appointment || !partyOf(appointment, identityOf(actor))) return refuse('not-found')
  const policy = await loadPolicy(pool, appointment.officeId, now)
  return writeOnce(pool, {
    actor,
    key,
    operation: 'cancel',
    request: wish.reason ?? null,
    appointmentId: appointment.id,
    now,
    write: async (client) => {
      if (!statusAfter(appointment.status, 'cancel'))
        return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
      if (cutoffOf(policy, appointment.date, appointment.startTime) <= now) return refuse('too-late')
      const slotIds = [
        appointment.slotId,
        ...(appointment.previousSlotId ? [appointment.previousSlotId] : []),
      ]
      await lockSlots(client, slotIds)
      const change = { status: 'cancelled', now, endReason: wish.reason?.trim() || 'by-party' } as const
      if (!(await swapStatus(client, appointment, change)))
        return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
      for (const slotId of slotIds) await giveSeatBack(client, { slotId, pool: appointment.pool, now })
      await releaseParties(client, appointment.id)
      await writeEntry(client, entryOf(wish, appointment, 'appointment-cancelled'))
      await queueMessages(client, toBoth(appointment, 'cancelled', now))
      reopenSlots(slotIds)
      return accept({ code: appointment.code, status: 'cancelled' })
    },
  })
}
