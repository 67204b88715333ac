import { type AppointmentStatus, isActive } from './appointment-status.ts'
import type { CalendarDate } from './calendar-date.ts'
import { instantAt, shanghaiToday } from './clock.ts'
import { type SlotTime, timeInForce } from './slot-time.ts'

/** What somebody can or must do next about an appointment of theirs. */
export type NextStep = 'agree' | 'wait' | 'come' | 'book-again' | 'nothing'

interface Facts extends SlotTime {
  readonly status: AppointmentStatus
  /** The time both had agreed to, while a move waits. */
  readonly keptTime: SlotTime | undefined
  /** The last day on which a booking of a day that could not be held stays good. */
  readonly openUntil?: CalendarDate | undefined
  /** Whose word is waited for. */
  readonly askedRole: number
  /** The viewer's own role. */
  readonly role?: number
}

/** Whether an appointment still lies ahead of its people. */
export function isAhead(appointment: Facts, now: Date): boolean {
  const { date, endTime } = timeInForce(appointment)
  const { status, openUntil } = appointment
  const isOpen = openUntil !== undefined && openUntil >= shanghaiToday(now)
  return isActive(status) && (isOpen || instantAt(date, endTime) > now)
}

/** The next step of the one who looks. */
export function nextStep(appointment: Facts, now: Date): NextStep {
  const { status, role, askedRole } = appointment
  if (isAhead(appointment, now)) {
    if (status === 'confirmed') return 'come'
    return role === askedRole ? 'agree' : 'wait'
  }
  return status === 'attended' ? 'nothing' : 'book-again'
}
