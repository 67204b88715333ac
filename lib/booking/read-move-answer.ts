import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { makePartnerCode } from './make-partner-code.ts'

/** What a move is answered with. `partnerCode` is for the one who moved to hand on. */
export interface MoveAnswer {
  readonly code: string
  readonly status: AppointmentStatus
  readonly heldUntil?: string
  readonly partnerCode?: string
}

/** The same as it is kept: the round tells the partner code, which is never stored. */
export interface StoredMove extends Omit<MoveAnswer, 'partnerCode'> {
  readonly round?: number
}

/** The kept answer to a move again, with the partner code that went with it. */
export function readMoveAnswer(appointmentId: string, { round, ...answer }: StoredMove): MoveAnswer {
  return round === undefined ? answer : { ...answer, partnerCode: makePartnerCode(appointmentId, round).code }
}
