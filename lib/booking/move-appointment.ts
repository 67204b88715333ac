import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { cutoffOf, partnerDeadline } from '#lib/domain/booking-policy.ts'
import { decideSlot, type SlotFacts } from '#lib/domain/decide-booking.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { entryOf } from './entry-of.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { reopenSlots } from './reopen-slots.ts'
import { settleOverdue } from './settle-overdue.ts'
import { type AppointmentRecord, freeSeat, lockSlots, moveTo, takePublicSeat } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

export interface Move {
  readonly actor: Actor
  readonly code: string
  readonly slotId: number
  readonly key: string
  readonly now: Date
}

export interface MoveAnswer {
  readonly code: string
  readonly status: AppointmentStatus
  readonly heldUntil?: string
  /** For the one who moved to hand on; never stored. */
  readonly partnerCode?: string
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
  const answer = await writeOnce<MoveAnswer>(pool, {
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
      if (!(await takePublicSeat(client, move.slotId))) return refuse('slot-full')
      const changed = await changeSlot(client, appointment, move.slotId, mover.role, until)
      if (!changed) return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
      await writeEntry(client, entryOf(move, appointment, 'appointment-moved'))
      await queueMessages(client, toBoth(appointment, 'moved', now))
      return accept({ code: appointment.code, ...changed })
    },
  })
  return answer.ok ? accept(withPartnerCode(appointment, answer.value)) : answer
}

function refuseMove(appointment: AppointmentRecord, slot: SlotFacts | undefined): Refusal | undefined {
  if (!statusAfter(appointment.status, 'move'))
    return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
  if (slot?.id === appointment.slotId)
    return refuse('invalid-input', [{ path: 'slotId', reason: 'same-slot' }])
  return slot?.officeId === appointment.officeId ? undefined : refuse('wrong-office')
}

async function changeSlot(
  client: PoolClient,
  appointment: AppointmentRecord,
  slotId: number,
  moverRole: number,
  until: Date,
): Promise<Omit<MoveAnswer, 'code'> | undefined> {
  if (appointment.parties.length === 1) {
    if (!(await moveTo(client, appointment, slotId))) return undefined
    await freeSeat(client, appointment.slotId, appointment.pool)
    reopenSlots([appointment.slotId])
    return { status: appointment.status }
  }
  // A time that both agreed to is kept; one that still waited is not.
  const wasAgreed = appointment.status === 'confirmed'
  const keeps = wasAgreed ? appointment.slotId : appointment.previousSlotId
  const round = appointment.partnerCodeRound + 1
  const askedRole = wasAgreed ? 3 - moverRole : appointment.askedRole
  const { hash } = makePartnerCode(appointment.id, round)
  if (!(await moveTo(client, appointment, slotId, { until, askedRole, round, hash, keeps }))) return undefined
  if (!wasAgreed) {
    await freeSeat(client, appointment.slotId, appointment.pool)
    reopenSlots([appointment.slotId])
  }
  return { status: 'awaiting-partner', heldUntil: until.toISOString() }
}

function withPartnerCode(before: AppointmentRecord, answer: MoveAnswer): MoveAnswer {
  if (answer.status !== 'awaiting-partner') return answer
  return { ...answer, partnerCode: makePartnerCode(before.id, before.partnerCodeRound + 1).code }
}
