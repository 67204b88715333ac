import type { BookingDecision } from '#lib/domain/decide-booking.ts'
import type { CounterBooking } from './book-appointment.ts'

/** Where the second has agreed themselves nobody is left to be asked; whoever asks agrees for nobody else. */
export function agreedBy(decision: BookingDecision, counter: CounterBooking | undefined): BookingDecision {
  return counter && counter.agreement !== 'asked-by-message' ? { parties: decision.parties } : decision
}
