import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { BookingDecision, SlotFacts } from '#lib/domain/decide-booking.ts'
import { maskName, maskNumber } from '#lib/domain/masking.ts'
import type { DocumentType, PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'

/** One of the people as anybody else than herself may see her. */
export interface MaskedParty {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly partyType: PartyType
  readonly agreed: boolean
}

/** What a booking is answered with. `partnerCode` is told to the one who booked and to nobody else. */
export interface BookingAnswer {
  readonly id: string
  readonly code: AppointmentCode
  readonly status: AppointmentStatus
  readonly heldUntil?: string
  readonly partnerCode?: string
  readonly officeId: string
  readonly service: Service
  readonly date: CalendarDate
  readonly start: ClockTime
  readonly end: ClockTime
  readonly parties: readonly MaskedParty[]
}

/** Puts the answer to a new booking together; it is also what a repeated request gets. */
export function bookingAnswer(booked: {
  readonly id: string
  readonly code: AppointmentCode
  readonly slot: SlotFacts
  readonly service: Service
  readonly decision: BookingDecision
  readonly partnerCode: string | undefined
}): BookingAnswer {
  const { id, code, slot, service, decision, partnerCode } = booked
  return {
    id,
    code,
    status: decision.heldUntil ? 'awaiting-partner' : 'confirmed',
    ...(decision.heldUntil ? { heldUntil: decision.heldUntil.toISOString() } : {}),
    ...(partnerCode ? { partnerCode } : {}),
    officeId: slot.officeId,
    service,
    date: slot.date,
    start: slot.startTime,
    end: slot.endTime,
    parties: decision.parties.map((party, index) => ({
      name: maskName(party.name),
      documentType: party.documentType,
      documentNumber: maskNumber(party.documentNumber),
      partyType: party.partyType,
      agreed: index === 0 || !decision.heldUntil,
    })),
  }
}
