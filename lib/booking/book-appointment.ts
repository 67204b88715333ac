import type { Pool } from '#lib/db/pool.ts'
import { tally } from '#lib/db/tally.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { refuseOutside } from '#lib/domain/channel.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { CounterAgreement } from '#lib/domain/counter-agreement.ts'
import { type BookingDecision, decideBooking, type SlotFacts } from '#lib/domain/decide-booking.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readParties } from '#lib/domain/party.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { factsOfService } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { agreedBy } from './agreed-by.ts'
import { bookVisit } from './book-visit.ts'
import { bookerOf } from './booker-of.ts'
import type { BookingAnswer } from './booking-answer.ts'
import type { ClaimOutcome } from './claim-seats.ts'
import { type Draft, draftBooking } from './draft-booking.ts'
import { findRuleSetId } from './find-rule-set-id.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { isSoldOut } from './is-sold-out.ts'
import { refuseMissers } from './refuse-missers.ts'
import { rememberSoldOut } from './remember-sold-out.ts'
import { replayOrRefuse } from './replay-or-refuse.ts'
import { replayedAnswer } from './replayed-answer.ts'
import type { BookingInput } from './schema.ts'
import { settleOverdue } from './settle-overdue.ts'
import { takeSeat } from './take-seat.ts'

export interface BookingRequest {
  readonly actor: Actor
  readonly input: BookingInput
  /** A UUID made by the caller before its first try. */
  readonly key: string
  readonly locale: Locale
  /** The own hold that becomes the appointment, when the time was chosen on our pages. */
  readonly holdId?: string | undefined
  /** Booked by staff for whoever calls or stands at the counter. SAFETY: only `lib/desk/book-for-couple.ts` sets it. */
  readonly counter?: CounterBooking | undefined
  readonly now: Date
}

/** How two people are booked by somebody else: the first named is who asks. */
export interface CounterBooking {
  /** How the second has agreed; `asked-by-message`: not yet. */
  readonly agreement: CounterAgreement
}

/**
 * Books an appointment: gather, decide, and let one statement take the seat and write all rows. The same key and input
 * give the same answer again. Refuses with every reason of `RefusalReason` that a booking can have.
 */
export async function bookAppointment(pool: Pool, request: BookingRequest): Promise<Result<BookingAnswer>> {
  const booked = await book(pool, request)
  tally('bookings', booked.ok ? booked.value.status : booked.reason)
  return booked
}

async function book(pool: Pool, request: BookingRequest): Promise<Result<BookingAnswer>> {
  const { input, now } = request
  if (factsOfService(input.service).needsCase) return bookVisit(pool, request)
  const decided = await decide(pool, request)
  if (!decided.ok) return replayOrRefuse(pool, request, decided)
  const { slot, decision, policy } = decided.value
  const ruleSet = await findRuleSetId(pool, input.service, slot.date, now)
  const draft = draftBooking(request, slot, decision, ruleSet)
  const { index1, index2 } = draft.claim
  const personIndexes = index2 ? [index1, index2] : [index1]
  const blocked = await refuseMissers(pool, { ...request, service: input.service, policy, personIndexes })
  if (blocked) return replayOrRefuse(pool, request, blocked)
  const outcome = await claim(pool, draft, now)
  if (!outcome) return refuse('overloaded')
  return answerOf(outcome, draft)
}

interface Decided {
  readonly slot: SlotFacts
  readonly decision: BookingDecision
  readonly policy: BookingPolicy
}

async function decide(pool: Pool, request: BookingRequest): Promise<Result<Decided>> {
  const { input, holdId, counter, now } = request
  const parties = readParties(input.parties, shanghaiToday(now))
  if (!parties.ok) return parties
  const slot = await findSlotFacts(pool, input.slotId, now)
  const outside = slot && refuseOutside(request.actor, slot.regionCode)
  if (outside) return outside
  const policy = await loadPolicy(pool, slot?.officeId, now)
  const decision = decideBooking({
    service: input.service,
    // Closed to the public only means that it is booked here.
    slot: slot && counter ? { ...slot, onlineBooking: true } : slot,
    policy,
    parties: parties.value,
    by: bookerOf(request, parties.value),
    now,
  })
  if (!slot || !decision.ok) return decision.ok ? refuse('not-found') : decision
  if (!holdId && !counter && isSoldOut(slot.id, now)) return refuse('slot-full')
  return accept({ slot, decision: agreedBy(decision.value, counter), policy })
}

/** Takes the seat; what stands in the way but has run out is ended first: of the two people, then in the slot. */
async function claim(pool: Pool, draft: Draft, now: Date): Promise<ClaimOutcome | undefined> {
  const { slot, hold, index1, index2 } = draft.claim
  let outcome = await takeSeat(pool, draft.claim, now)
  if (outcome?.state === 'busy') {
    const personIndexes = [index1, index2].flatMap((index) => (index ? [Buffer.from(index, 'base64')] : []))
    if ((await settleOverdue(pool, now, { personIndexes })) > 0)
      outcome = await takeSeat(pool, draft.claim, now)
  }
  if (outcome?.state === 'full' && !hold) {
    if ((await settleOverdue(pool, now, { slotId: slot })) > 0)
      outcome = await takeSeat(pool, draft.claim, now)
    if (outcome?.state === 'full') rememberSoldOut(slot, now)
  }
  if (
    outcome?.state === 'over-quota' &&
    (await settleOverdue(pool, now, { officeId: draft.claim.office })) > 0
  )
    outcome = await takeSeat(pool, draft.claim, now)
  return outcome
}

function answerOf(outcome: ClaimOutcome, draft: Draft): Result<BookingAnswer> {
  switch (outcome.state) {
    case 'admitted':
      return accept(draft.answer)
    case 'known':
      return replayedAnswer(outcome, draft.claim.request)
    case 'busy':
      return refuse('already-booked')
    case 'hold-expired':
      return refuse('hold-expired')
    case 'closed':
      return refuse('slot-closed')
    case 'full':
    case 'limited':
    case 'over-quota':
      return refuse('slot-full')
  }
}
