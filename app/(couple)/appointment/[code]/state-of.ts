import type { AppointmentView } from '#lib/booking/view-for.ts'
import { type AppointmentStatus, isActive } from '#lib/domain/appointment-status.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'

/** How an appointment stands for the one who looks at it. */
type State =
  | AppointmentStatus
  | 'awaiting-you'
  | 'move-waiting'
  | 'move-asked'
  | 'past'
  | 'displaced'
  | 'kept-open'

export function stateOf(appointment: AppointmentView, now: Date): State {
  const { status, keptTime, role, askedRole, displaced, openUntil } = appointment
  if (!isActive(status)) return status
  if (openUntil && status === 'confirmed') return openUntil < shanghaiToday(now) ? 'past' : 'kept-open'
  if (displaced) return 'displaced'
  const { date, endTime } = timeInForce(appointment)
  if (instantAt(date, endTime) < now) return 'past'
  if (status === 'confirmed') return status
  const isAsked = role === askedRole
  if (keptTime) return isAsked ? 'move-asked' : 'move-waiting'
  return isAsked ? 'awaiting-you' : status
}
