import { writeScopeOf } from '#lib/domain/actor.ts'
import { appointmentCodeFrom } from '#lib/domain/appointment-code.ts'
import type { BookingDecision, SlotFacts } from '#lib/domain/decide-booking.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import type { BookingRequest, CounterBooking } from './book-appointment.ts'
import { type BookingAnswer, bookingAnswer } from './booking-answer.ts'
import type { BookingClaim } from './claim-seats.ts'
import { hashBooking } from './hash-booking.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { sealParty } from './seal-party.ts'

/** A booking that was decided: all its rows as the statement reads them, and what its caller will hear. */
export interface Draft {
  readonly claim: BookingClaim
  readonly answer: BookingAnswer
}

/** For the record: how the second agreed, and that it was the second who was heard alone. */
function noteOf({ agreement }: CounterBooking): Readonly<Record<string, string>> {
  const isAlone = agreement === 'on-turned-screen' || agreement === 'by-telephone'
  return { agreement, ...(isAlone ? { agreedRole: '2' } : {}) }
}

/** Gives a decided booking its id, its code and its partner code, and seals what is told of its people. */
export function draftBooking(
  request: BookingRequest,
  slot: SlotFacts,
  decision: BookingDecision,
  ruleSet: string | undefined,
): Draft {
  const { actor, input, key, locale, holdId, counter, now } = request
  const id = uuidV7(now, drawRandom(10))
  const code = appointmentCodeFrom(drawRandom(9))
  const [first, second] = decision.parties
  if (!first) throw new Error('a booking has at least one party')
  const asks = second !== undefined && decision.heldUntil !== undefined
  const partner = asks ? makePartnerCode(id, 0) : undefined
  const answer = bookingAnswer({
    id,
    code,
    slot,
    service: input.service,
    decision,
    partnerCode: partner?.code,
  })
  const claim: BookingClaim = {
    kind: 'book',
    slot: slot.id,
    office: slot.officeId,
    service: input.service,
    // Whoever calls or stands there may have any free seat, also of those that are kept from the public.
    pub: !counter,
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
    event1: asks ? 'held' : 'confirmed',
    event2: second ? (asks ? 'partner-asked' : 'confirmed') : null,
    agreed2: second !== undefined && !asks,
    note: counter && second ? noteOf(counter) : null,
    scope: writeScopeOf(actor),
    key,
    request: hashBooking(request),
    // PERF: as bytes; one masked name in Chinese would make the whole statement two bytes a letter, and slow to send.
    answer: Buffer.from(JSON.stringify({ ...answer, partnerCode: undefined })).toString('base64'),
  }
  return { claim, answer }
}
