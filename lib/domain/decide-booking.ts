import type { VerifiedIdentity } from './actor.ts'
import { type BookingPolicy, offerStateOf, partnerDeadline } from './booking-policy.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'
import { isOfficeCompetent, marriageEligibility } from './eligibility.ts'
import { isSameDocument, type PartyFacts } from './party.ts'
import type { PartyType } from './party-type.ts'
import { accept, type Refusal, type Result, refuse } from './refusal.ts'
import { factsOfService, type Service } from './service.ts'

/** What does not change about a slot while it is on offer. */
export interface SlotFacts {
  readonly id: number
  readonly officeId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly services: readonly Service[]
  readonly accepts: readonly PartyType[]
  readonly onlineBooking: boolean
}

export interface BookingDecision {
  /** The first is who books and has agreed by it, the second is to be asked. */
  readonly parties: readonly PartyFacts[]
  /** Until when the seat waits for the partner; absent when nobody else has to agree. */
  readonly heldUntil?: Date
}

/** Whether this service can be had in this slot at this instant, whoever asks. */
export function decideSlot(
  service: Service,
  slot: SlotFacts | undefined,
  policy: BookingPolicy,
  now: Date,
): Refusal | undefined {
  if (!slot) return refuse('not-found', [{ path: 'slotId', reason: 'unknown-slot' }])
  if (factsOfService(service).needsCase)
    return refuse('outside-legal-window', [{ path: 'service', reason: 'no-accepted-case' }])
  if (!slot.services.includes(service))
    return refuse('invalid-input', [{ path: 'slotId', reason: 'slot-of-other-service' }])
  if (!slot.onlineBooking) return refuse('slot-closed', [{ path: 'slotId', reason: 'no-online-booking' }])
  const offer = offerStateOf(policy, slot.date, now)
  return offer === 'offered' ? undefined : refuse(offer)
}

/**
 * Whether these people may have this slot: both named once, the one who books among them, the office competent, and
 * for a marriage both of age on the day itself. Civil Code art. 1046-1047, 1049; 婚姻登记条例 art. 2.
 */
export function decideBooking(input: {
  readonly service: Service
  readonly slot: SlotFacts | undefined
  readonly policy: BookingPolicy
  readonly parties: readonly PartyFacts[]
  readonly by: VerifiedIdentity | undefined
  readonly now: Date
}): Result<BookingDecision> {
  const { service, slot, policy, parties, by, now } = input
  const unavailable = decideSlot(service, slot, policy, now)
  if (unavailable || !slot) return unavailable ?? refuse('not-found')
  const [first, second] = parties
  if (parties.length !== factsOfService(service).parties) {
    return refuse('invalid-input', [
      { path: 'parties', reason: parties.length < 2 ? 'two-parties-needed' : 'one-party-only' },
    ])
  }
  if (first && second && isSameDocument(first, second)) {
    return refuse('invalid-input', [{ path: 'parties.1.documentNumber', reason: 'same-person' }])
  }
  const booker = by && parties.find((party) => isSameDocument(party, by))
  if (!booker) return refuse('not-allowed', [{ path: 'parties', reason: 'not-one-of-the-parties' }])
  const types = parties.map((party) => party.partyType)
  if (!isOfficeCompetent(slot.accepts, types))
    return refuse('office-not-competent', [{ path: 'parties', reason: 'office-not-authorised' }])
  if (service === 'MARRIAGE' && first && second) {
    const refusal = refuseMarriage([first, second], slot.date)
    if (refusal) return refusal
  }
  const others = parties.filter((party) => party !== booker)
  if (others.length === 0) return accept({ parties: [booker] })
  const heldUntil = partnerDeadline(policy, slot.date, slot.startTime, now)
  return heldUntil <= now ? refuse('too-late') : accept({ parties: [booker, ...others], heldUntil })
}

/** Whether these two may marry on a day, as far as their documents tell. Civil Code art. 1047. */
export function refuseMarriage(
  [first, second]: readonly [PartyFacts, PartyFacts],
  on: CalendarDate,
): Refusal | undefined {
  const eligibility = marriageEligibility({
    parties: [
      { ...first, maritalStatus: 'SINGLE' },
      { ...second, maritalStatus: 'SINGLE' },
    ],
    on,
    relation: 'none',
  })
  if (eligibility.eligible) return undefined
  const { earliestOn } = eligibility
  return refuse(
    'not-eligible',
    eligibility.reasons.map((reason) => ({
      path: 'parties',
      reason,
      ...(earliestOn && reason.includes('under') ? { earliestOn } : {}),
    })),
  )
}
