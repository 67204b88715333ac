import type { BookingAnswer } from './booking-answer.ts'
import { makePartnerCode } from './make-partner-code.ts'

/** The stored answer again. The partner code is not stored; it is derived anew. */
export function readBookingAnswer(stored: string): BookingAnswer {
  const answer = JSON.parse(stored) as BookingAnswer
  return answer.heldUntil ? { ...answer, partnerCode: makePartnerCode(answer.id, 0).code } : answer
}
