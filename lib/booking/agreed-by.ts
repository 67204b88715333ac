import type { BookingDecision } from '#lib/domain/decide-booking.ts'
import type { CounterBooking } from './book-appointment.ts'

/** Where both stand at the counter nobody is left to be asked; a voice on the telephone agrees for nobody else. */
export function agreedBy(decision: BookingDecision, counter: CounterBooking | undefined): BookingDecision {
  return counter?.together ? { parties: decision.parties } : decision
}
