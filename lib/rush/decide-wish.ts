import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { type BookingPolicy, lastReleasedDay, offerStateOf } from '#lib/domain/booking-policy.ts'
import { daysBetween, daysFrom } from '#lib/domain/calendar-date.ts'
import { type BookingDecision, decideBooking } from '#lib/domain/decide-booking.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import type { WaitingWish } from '#lib/domain/waiting.ts'
import type { OfficeFacts } from './store.ts'

/**
 * Whether these people could book what they wish for if a seat came free: the same decision as for a booking, on the
 * first of their days that is on offer. Their last day has to be released already.
 */
export function decideWish(input: {
  readonly service: Service
  readonly wish: WaitingWish
  readonly office: OfficeFacts | undefined
  readonly policy: BookingPolicy
  readonly parties: readonly PartyFacts[]
  readonly by: VerifiedIdentity | undefined
  readonly now: Date
}): Result<BookingDecision> {
  const { wish, office, policy, now } = input
  if (!office) return refuse('not-found', [{ path: 'wishes', reason: 'unknown-office' }])
  const latest = lastReleasedDay(policy, now)
  if (wish.until > latest) return refuse('not-released')
  if (daysBetween(wish.from, wish.until) < 0)
    return refuse('invalid-input', [{ path: 'wishes', reason: 'ends-before-start' }])
  if (daysBetween(wish.from, wish.until) > policy.horizonDays) return refuse('too-late')
  const first = daysFrom(wish.from, wish.until).find((day) => offerStateOf(policy, day, now) === 'offered')
  if (!first) return refuse('too-late')
  const anySlot = {
    id: 0,
    officeId: office.id,
    date: first,
    startTime: '23:59',
    endTime: '23:59',
    services: office.services,
    accepts: office.accepts,
    onlineBooking: office.onlineBooking,
  }
  return decideBooking({ ...input, slot: anySlot })
}
