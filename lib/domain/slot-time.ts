import { type AppointmentStatus, isOver } from './appointment-status.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'

/** A time that somebody has, whatever its slot still offers. */
export interface SlotTime {
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
}

/** When to come, as things stand: while a move waits for the other, the time that both have agreed to. */
export function timeInForce({
  keptTime,
  date,
  startTime,
  endTime,
}: SlotTime & { readonly keptTime: SlotTime | undefined }): SlotTime {
  return keptTime ?? { date, startTime, endTime }
}

/**
 * How often what a calendar shows of an appointment has changed. A move counts once it holds or has come to nothing;
 * while it waits, the calendar shows the time that holds.
 */
export function calendarSequence(appointment: {
  readonly moveCount: number
  readonly status: AppointmentStatus
  readonly keptTime: SlotTime | undefined
}): number {
  const { moveCount, status, keptTime } = appointment
  return Math.max(0, moveCount - (keptTime ? 1 : 0)) + (isOver(status) ? 1 : 0)
}
