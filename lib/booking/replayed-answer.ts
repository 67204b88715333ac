import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { BookingAnswer } from './booking-answer.ts'
import { readBookingAnswer } from './read-booking-answer.ts'

/** What somebody hears who comes again with a key that was used before. */
export function replayedAnswer(
  known: { readonly request: string; readonly answer: string },
  request: string,
): Result<BookingAnswer> {
  return known.request === request ? accept(readBookingAnswer(known.answer)) : refuse('idempotency-mismatch')
}
