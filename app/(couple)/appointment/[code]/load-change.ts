import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { type BookingPolicy, cutoffOf } from '#lib/domain/booking-policy.ts'
import { movesLeft } from '#lib/domain/change-limits.ts'
import { isFreeToChange } from '#lib/domain/held-by-office.ts'
import { type SlotTime, timeInForce } from '#lib/domain/slot-time.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

/** Within what limits an appointment can still be changed online. */
export interface ChangeLimits {
  readonly policy: BookingPolicy
  readonly now: Date
  /** When to come, as things stand. */
  readonly own: SlotTime
  /** Until when it can be moved or cancelled online. */
  readonly until: Date
  readonly isTooLate: boolean
  readonly movesLeft: number
  /** Its office cannot hold the time: changing and cancelling are without limits, and count for nothing. */
  readonly isFree: boolean
}

export async function loadChange(appointment: AppointmentView): Promise<ChangeLimits> {
  const now = new Date()
  const policy = await loadPolicy(pool(), appointment.officeId, now)
  const own = timeInForce(appointment)
  const until = cutoffOf(policy, own.date, own.startTime)
  const isFree = isFreeToChange(appointment)
  const left = movesLeft(policy, appointment.moveCount - appointment.officeMoves)
  return {
    policy,
    now,
    own,
    until,
    isTooLate: !isFree && until <= now,
    movesLeft: isFree ? Math.max(1, left) : left,
    isFree,
  }
}
