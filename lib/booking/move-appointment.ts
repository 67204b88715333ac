import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { cutoffOf, partnerDeadline } from '#lib/domain/booking-policy.ts'
import { decideSlot, type SlotFacts } from '#lib/domain/decide-booking.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { entryOf } from './entry-of.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { moveTo, takeSeatFrom } from './move.sql.ts'
import { partyOf } from './party-of.ts'
import { type MoveAnswer, readMoveAnswer, type StoredMove } from './read-move-answer.ts'
import { readSettled } from './read-settled.ts'
import { reopenSlots } from './reopen-slots.ts'
import { resealParty } from './reseal-party.ts'
import { settleOverdue } from './settle-overdue.ts'
import { type AppointmentRecord, agree, lockSlots, type PartyRecord, swapStatus } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

export interface Move {
  readonly actor: Actor
  readonly code: string
  readonly slotId: number
  readonly key: string
  readonly now: Date
}

/**
 * Another time at the same office. The new seat is taken before the old one is let go, in one transaction. When both
 * had agreed, the other is asked again, and the old time is kept until the answer.
 */
export async function moveAppointment(pool: Pool, move: Move): Promise<Result<MoveAnswer>> {
  const { actor, now, key } = move
  const appointment = await readSettled(pool, move.code, now)
  const mover = appointment && partyOf(appointment, identityOf(actor))
  if (!appointment || !mover) return refuse('not-found')
  const slot = await findSlotFacts(pool, move.slotId, now)
  const policy = await loadPolicy(pool, appointment.officeId, now)
  const unavailable = decideSlot(appointment.service, slot, policy, now) ?? refuseMove(appointment, slot)
  await settleOverdue(pool, now, { slotId: move.slotId })
  const until = slot && partnerDeadline(policy, slot.date, slot.startTime, now)
  const answer = await writeOnce<StoredMove>(pool, {
    actor,
    key,
    operation: 'move',
    request: move.slotId,
    appointmentId: appointment.id,
    now,
    write: async (client) => {
      if (unavailable) return unavailable
      if (!slot || !until || until <= now || cutoffOf(policy, appointment.date, appointment.startTime) <= now)
        return refuse('too-late')
      await lockSlots(client, [appointment.slotId, move.slotId, appointment.previousSlotId ?? move.slotId])
      const changed = await changeSlot(client, { ...move, appointment, mover, until })
      if (!changed.ok) return changed
      await writeEntry(client, entryOf(move, appointment, 'appointment-moved'))
      await queueMessages(client, toBoth(appointment, 'moved', now))
      if (appointment.status !== 'confirmed' || changed.value.status === 'confirmed')
        reopenSlots([appointment.slotId])
      return accept({ code: appointment.code, ...changed.value })
    },
  })
  return answer.ok ? accept(readMoveAnswer(appointment.id, answer.value)) : answer
}

function refuseMove(appointment: AppointmentRecord, slot: SlotFacts | undefined): Refusal | undefined {
  if (!statusAfter(appointment.status, 'move'))
    return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
  if (slot?.id === appointment.slotId)
    return refuse('invalid-input', [{ path: 'slotId', reason: 'same-slot' }])
  return slot?.officeId === appointment.officeId ? undefined : refuse('wrong-office')
}

interface Change extends Move {
  readonly appointment: AppointmentRecord
  readonly mover: PartyRecord
  readonly until: Date
}

type Changed = Result<Omit<StoredMove, 'code'>>

async function changeSlot(client: PoolClient, change: Change): Promise<Changed> {
  const { appointment, slotId } = change
  if (slotId === appointment.previousSlotId) return goBack(client, change)
  const seat = await takeSeatFrom(client, slotId, appointment.pool)
  if (seat !== 'taken') return refuse(seat === 'full' ? 'slot-full' : 'slot-closed')
  return appointment.parties.length === 1 ? changeAlone(client, change) : askOther(client, change)
}

/** Who comes alone asks nobody. */
async function changeAlone(client: PoolClient, { appointment, slotId, now }: Change): Promise<Changed> {
  if (!(await moveTo(client, appointment, slotId))) return changedMeanwhile()
  await giveSeatBack(client, { slotId: appointment.slotId, pool: appointment.pool, now })
  return accept({ status: appointment.status })
}

/** A time that both agreed to is kept until the other has answered; one that still waited is not. */
async function askOther(client: PoolClient, change: Change): Promise<Changed> {
  const { appointment, slotId, mover, until, now } = change
  const wasAgreed = appointment.status === 'confirmed'
  const keeps = wasAgreed ? appointment.slotId : appointment.previousSlotId
  const round = appointment.partnerCodeRound + 1
  const { hash } = makePartnerCode(appointment.id, round)
  const wait = { until, askedRole: 3 - mover.role, round, hash, keeps }
  if (!(await moveTo(client, appointment, slotId, wait))) return changedMeanwhile()
  if (!wasAgreed) await giveSeatBack(client, { slotId: appointment.slotId, pool: appointment.pool, now })
  // Who was asked and proposes another time agrees to it by that.
  const identity = identityOf(change.actor)
  if (!wasAgreed && mover.role === appointment.askedRole && identity)
    await agree(client, appointment.id, mover.role, resealParty(appointment, mover.role, identity), now)
  return accept({ status: 'awaiting-partner', heldUntil: until.toISOString(), round })
}

/** Back to the time both had agreed to: it was kept, and nobody has to agree again. */
async function goBack(client: PoolClient, { appointment, slotId, now }: Change): Promise<Changed> {
  if (!(await swapStatus(client, appointment, { status: 'confirmed', now, slotId })))
    return changedMeanwhile()
  await giveSeatBack(client, { slotId: appointment.slotId, pool: appointment.pool, now })
  return accept({ status: 'confirmed' })
}

function changedMeanwhile(): Refusal {
  return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
}
