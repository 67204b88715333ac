import { type AppointmentStatus, isActive } from './appointment-status.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type ClockTime, instantAt } from './clock.ts'

/** What somebody can or must do next about an appointment of theirs. */
export type NextStep = 'agree' | 'wait' | 'come' | 'book-again' | 'nothing'

interface Facts {
  readonly status: AppointmentStatus
  readonly date: CalendarDate
  readonly endTime: ClockTime
  /** Whose word is waited for. */
  readonly askedRole: number
  /** The viewer's own role. */
  readonly role?: number
}

/** Whether an appointment still lies ahead of its people. */
export function isAhead({ status, date, endTime }: Facts, now: Date): boolean {
  return isActive(status) && instantAt(date, endTime) > now
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
