import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { cutoffOf } from '#lib/domain/booking-policy.ts'
import { cancelReasonText } from '#lib/domain/cancel-reason.ts'
import { cancellationsLeft } from '#lib/domain/change-limits.ts'
import { isFreeToChange, keptSlots } from '#lib/domain/held-by-office.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { countCancellations } from './count-cancellations.ts'
import { entryOf } from './entry-of.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { letGoOfOffer } from './let-go-of-offer.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { reopenSlots } from './reopen-slots.ts'
import { lockPerson, lockSlots, releaseParties, swapStatus } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

export interface Cancellation {
  readonly actor: Actor
  readonly code: string
  /** One of `CANCEL_REASONS`, or words; for the office alone. */
  readonly reason?: string | undefined
  /** More than one of the reasons says. */
  readonly words?: string | undefined
  readonly key: string
  readonly now: Date
}

/**
 * Either of the two cancels, until the office's cut-off; the seat is given back at once, and both are told. Refuses `not-allowed`
 * with `cancellations-used-up` when this person has cancelled as often within a month as the office's policy takes online.
 */
export async function cancelAppointment(
  pool: Pool,
  wish: Cancellation,
): Promise<Result<{ code: string; status: 'cancelled' }>> {
  const { actor, now, key } = wish
  const appointment = await readSettled(pool, wish.code, now)
  const identity = identityOf(actor)
  const own = appointment && partyOf(appointment, identity)
  if (!appointment || !identity || !own) return refuse('not-found')
  const policy = await loadPolicy(pool, appointment.officeId, now)
  // Who is left without a time by the office may cancel whenever they like, and it counts for nothing.
  const isFree = isFreeToChange(appointment)
  return writeOnce(pool, {
    actor,
    key,
    operation: 'cancel',
    request: wish.words ? [wish.reason, wish.words] : (wish.reason ?? null),
    appointmentId: appointment.id,
    now,
    write: async (client) => {
      if (!statusAfter(appointment.status, 'cancel'))
        return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
      const { date, startTime } = timeInForce(appointment)
      if (!isFree && cutoffOf(policy, date, startTime) <= now) return refuse('too-late')
      await lockPerson(client, own.personIndex)
      const cancelled = await countCancellations(client, identity, now)
      if (!isFree && cancellationsLeft(policy, cancelled) === 0)
        return refuse('not-allowed', [{ path: 'code', reason: 'cancellations-used-up' }])
      const slotIds = [
        appointment.slotId,
        ...(appointment.previousSlotId ? [appointment.previousSlotId] : []),
      ]
      await lockSlots(client, [...slotIds, ...keptSlots(appointment)])
      const endReason = cancelReasonText(wish.reason, wish.words)
      const change = { status: 'cancelled', now, endReason } as const
      if (!(await swapStatus(client, appointment, change)))
        return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
      const { pool: share, caseId } = appointment
      for (const slotId of slotIds) await giveSeatBack(client, { slotId, pool: share, caseId, now })
      await letGoOfOffer(client, appointment, 'cancelled', now)
      await releaseParties(client, appointment.id)
      const detail = { by: own.role }
      await writeEntry(client, { ...entryOf(wish, appointment, 'appointment-cancelled'), detail })
      await queueMessages(client, toBoth(appointment, { event: 'cancelled', dueAt: now, detail }))
      reopenSlots(slotIds)
      return accept({ code: appointment.code, status: 'cancelled' })
    },
  })
}
