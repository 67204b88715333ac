import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf, writeScopeOf } from '#lib/domain/actor.ts'
import { appointmentCodeFrom } from '#lib/domain/appointment-code.ts'
import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type BookingDecision, decideBooking, type SlotFacts } from '#lib/domain/decide-booking.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readParties } from '#lib/domain/party.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { type BookingAnswer, bookingAnswer } from './booking-answer.ts'
import type { BookingClaim, ClaimOutcome } from './claim-seats.ts'
import { findRuleSetId } from './find-rule-set-id.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { hashRequest } from './hash-request.ts'
import { isSoldOut } from './is-sold-out.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { refuseMissers } from './refuse-missers.ts'
import { rememberSoldOut } from './remember-sold-out.ts'
import { replayBooking } from './replay-booking.ts'
import { replayedAnswer } from './replayed-answer.ts'
import type { BookingInput } from './schema.ts'
import { sealParty } from './seal-party.ts'
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
  readonly now: Date
}

/**
 * Books an appointment: gather, decide, and let one statement take the seat and write all rows. The same key and input
 * give the same answer again. Refuses with every reason of `RefusalReason` that a booking can have.
 */
export async function bookAppointment(pool: Pool, request: BookingRequest): Promise<Result<BookingAnswer>> {
  const { input, now } = request
  const decided = await decide(pool, request)
  if (!decided.ok) return replayOr(pool, request, decided)
  const { slot, decision, policy } = decided.value
  const ruleSet = await findRuleSetId(pool, input.service, slot.date, now)
  const draft = draftBooking(request, slot, decision, ruleSet)
  const { index1, index2 } = draft.claim
  const personIndexes = index2 ? [index1, index2] : [index1]
  const blocked = await refuseMissers(pool, { ...request, service: input.service, policy, personIndexes })
  if (blocked) return replayOr(pool, request, blocked)
  const outcome = await claim(pool, draft, now)
  if (!outcome) return refuse('overloaded')
  return answerOf(outcome, draft)
}

/** What is refused now may have been booked before, under the same key. */
async function replayOr(
  pool: Pool,
  request: BookingRequest,
  refusal: Refusal,
): Promise<Result<BookingAnswer>> {
  const { actor, key } = request
  const tried = { scope: writeScopeOf(actor), key, request: fingerprint(request) }
  return (await replayBooking(pool, tried)) ?? refusal
}

interface Decided {
  readonly slot: SlotFacts
  readonly decision: BookingDecision
  readonly policy: BookingPolicy
}

async function decide(pool: Pool, { actor, input, holdId, now }: BookingRequest): Promise<Result<Decided>> {
  const parties = readParties(input.parties, shanghaiToday(now))
  if (!parties.ok) return parties
  const slot = await findSlotFacts(pool, input.slotId, now)
  const policy = await loadPolicy(pool, slot?.officeId, now)
  const decision = decideBooking({
    service: input.service,
    slot,
    policy,
    parties: parties.value,
    by: identityOf(actor),
    now,
  })
  if (!slot || !decision.ok) return decision.ok ? refuse('not-found') : decision
  if (!holdId && isSoldOut(slot.id, now)) return refuse('slot-full')
  return accept({ slot, decision: decision.value, policy })
}

interface Draft {
  readonly claim: BookingClaim
  readonly answer: BookingAnswer
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
      return refuse('slot-full')
  }
}

function draftBooking(
  request: BookingRequest,
  slot: SlotFacts,
  decision: BookingDecision,
  ruleSet: string | undefined,
): Draft {
  const { actor, input, key, locale, holdId, now } = request
  const id = uuidV7(now, drawRandom(10))
  const code = appointmentCodeFrom(drawRandom(9))
  const [first, second] = decision.parties
  if (!first) throw new Error('a booking has at least one party')
  const partner = second ? makePartnerCode(id, 0) : undefined
  const answer = bookingAnswer({
    id,
    code,
    slot,
    service: input.service,
    decision,
    partnerCode: partner?.code,
  })
  const claimed: Draft['claim'] = {
    kind: 'book',
    slot: slot.id,
    office: slot.officeId,
    service: input.service,
    pub: true,
    hold: holdId ?? null,
    person: holdId ? actor.id : null,
    until: decision.heldUntil?.toISOString() ?? null,
    id,
    code,
    status: answer.status,
    channel: actor.kind === 'channel' ? actor.id : null,
    partnerHash: partner?.hash.toString('base64') ?? null,
    ruleSet: ruleSet ?? null,
    locale,
    index1: indexPerson(first.documentType, first.documentNumber).toString('base64'),
    sealed1: sealParty(id, 1, first).toString('base64'),
    type1: first.partyType,
    index2: second ? indexPerson(second.documentType, second.documentNumber).toString('base64') : null,
    sealed2: second ? sealParty(id, 2, second).toString('base64') : null,
    type2: second?.partyType ?? null,
    actorKind: actor.kind,
    actor: actor.id,
    event1: second ? 'held' : 'confirmed',
    event2: second ? 'partner-asked' : null,
    scope: writeScopeOf(actor),
    key,
    request: fingerprint(request),
    // PERF: as bytes; one masked name in Chinese would make the whole statement two bytes a letter, and slow to send.
    answer: Buffer.from(JSON.stringify({ ...answer, partnerCode: undefined })).toString('base64'),
  }
  return { claim: claimed, answer }
}

/** All that makes the request what it is. */
function fingerprint({ actor, input }: BookingRequest): string {
  return hashRequest(['book', input, identityOf(actor)?.documentNumber])
}
