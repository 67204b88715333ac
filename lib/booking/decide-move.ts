import { statusAfter } from '#lib/domain/appointment-status.ts'
import { type BookingPolicy, cutoffOf } from '#lib/domain/booking-policy.ts'
import { moveDeadline, movesLeft } from '#lib/domain/change-limits.ts'
import { decideSlot, refuseMarriage, type SlotFacts, type VisitGrounds } from '#lib/domain/decide-booking.ts'
import { isFreeToChange } from '#lib/domain/held-by-office.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { openParty } from './open-party.ts'
import type { AppointmentRecord } from './store.ts'

/**
 * Whether an appointment may change to this slot at this instant, and until when the other may answer. Taking a wish
 * back to the time both had agreed to is always in order: that seat was kept.
 */
export function decideMove(wish: {
  readonly appointment: AppointmentRecord
  readonly slot: SlotFacts | undefined
  readonly policy: BookingPolicy
  /** Of the case, for a visit. */
  readonly grounds?: VisitGrounds | undefined
  readonly now: Date
}): Result<{ readonly until: Date }> {
  const { appointment, slot, policy, grounds, now } = wish
  const isFree = isFreeToChange(appointment)
  if (!statusAfter(appointment.status, 'move'))
    return refuse('not-allowed', [{ path: 'code', reason: appointment.status }])
  if (slot && slot.id === appointment.previousSlotId) return accept({ until: now })
  const unavailable = decideSlot(appointment.service, slot, policy, now, grounds)
  if (unavailable || !slot) return unavailable ?? refuse('not-found')
  if (slot.id === appointment.slotId)
    return refuse('invalid-input', [{ path: 'slotId', reason: 'same-slot' }])
  if (slot.officeId !== appointment.officeId) return refuse('wrong-office')
  const moved = appointment.moveCount - appointment.officeMoves
  if (!isFree && movesLeft(policy, moved) === 0)
    return refuse('not-allowed', [{ path: 'code', reason: 'moves-used-up' }])
  const tooYoung = refuseTooYoung(appointment, slot)
  if (tooYoung) return tooYoung
  const own = timeInForce(appointment)
  if (!isFree && cutoffOf(policy, own.date, own.startTime) <= now) return refuse('too-late')
  const isAgreed = appointment.status === 'confirmed' || appointment.keptTime !== undefined
  const until = moveDeadline(policy, { to: slot, kept: isAgreed && !isFree ? own : undefined }, now)
  return until <= now ? refuse('too-late') : accept({ until })
}

/** Both have to be of age on the day itself; an earlier one may be too early. */
function refuseTooYoung({ id, service, parties }: AppointmentRecord, slot: SlotFacts): Refusal | undefined {
  if (service !== 'MARRIAGE') return undefined
  const [first, second] = parties.map(({ role, partyType, sealed }) => ({
    ...openParty(id, role, sealed),
    partyType,
  }))
  return first && second ? refuseMarriage([first, second], slot.date) : undefined
}
