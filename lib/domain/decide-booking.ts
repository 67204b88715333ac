import type { VerifiedIdentity } from './actor.ts'
import { type BookingPolicy, offerStateOf, partnerDeadline } from './booking-policy.ts'
import type { Calendar } from './calendar.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'
import { type CaseFacts, refuseCertVisit } from './divorce-case.ts'
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

/** On what a visit for the certificate stands: the open case of the one who books. */
export interface VisitGrounds {
  readonly facts: CaseFacts
  readonly calendar: Calendar
  /** The two people of the case. */
  readonly people: readonly Pick<VerifiedIdentity, 'documentType' | 'documentNumber'>[]
}

export interface BookingDecision {
  /** The first is who books and has agreed by it, the second is to be asked. */
  readonly parties: readonly PartyFacts[]
  /** Until when the seat waits for the partner; absent when nobody else has to agree. */
  readonly heldUntil?: Date
}

/**
 * Whether this service can be had in this slot at this instant, whoever asks; a visit for the certificate by the grounds
 * of its case. Such a visit waits for no release: the law sets its days, so every service day of the window can be booked
 * from the acceptance on. Its cut-off is that of every appointment; after it both may still come without one. Civil Code
 * art. 1077(2).
 */
export function decideSlot(
  service: Service,
  slot: SlotFacts | undefined,
  policy: BookingPolicy,
  now: Date,
  grounds?: VisitGrounds,
): Refusal | undefined {
  if (!slot) return refuse('not-found', [{ path: 'slotId', reason: 'unknown-slot' }])
  const { needsCase } = factsOfService(service)
  const outside = needsCase ? refuseWithoutRight(slot, grounds) : undefined
  if (outside) return outside
  if (!slot.services.includes(service))
    return refuse('invalid-input', [{ path: 'slotId', reason: 'slot-of-other-service' }])
  if (!slot.onlineBooking) return refuse('slot-closed', [{ path: 'slotId', reason: 'no-online-booking' }])
  const offer = offerStateOf(policy, slot.date, now)
  if (offer === 'offered' || (needsCase && offer === 'not-released')) return undefined
  return refuse(offer)
}

function refuseWithoutRight(slot: SlotFacts, grounds: VisitGrounds | undefined): Refusal | undefined {
  if (grounds) return refuseCertVisit(grounds.facts, slot, grounds.calendar)
  return refuse('outside-legal-window', [{ path: 'service', reason: 'no-accepted-case', article: '1077' }])
}

/**
 * Whether these people may have this slot: both named once, the one who books among them, the office competent, and
 * for a marriage both of age on the day itself. For a certificate they are the two of the case, and the office that
 * accepted it has judged its own competence. Civil Code art. 1046-1047, 1049, 1077(2); 婚姻登记条例 art. 2.
 */
export function decideBooking(input: {
  readonly service: Service
  readonly slot: SlotFacts | undefined
  readonly policy: BookingPolicy
  readonly parties: readonly PartyFacts[]
  readonly by: VerifiedIdentity | undefined
  /** Of the case, for a service that needs one. */
  readonly grounds?: VisitGrounds | undefined
  readonly now: Date
}): Result<BookingDecision> {
  const { service, slot, policy, parties, by, grounds, now } = input
  const unavailable = decideSlot(service, slot, policy, now, grounds)
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
  if (grounds && !parties.every((party) => grounds.people.some((one) => isSameDocument(one, party))))
    return refuse('not-allowed', [{ path: 'parties', reason: 'other-than-case', article: '1077(2)' }])
  const types = parties.map((party) => party.partyType)
  if (!grounds && !isOfficeCompetent(slot.accepts, types))
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
