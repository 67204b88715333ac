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
