import { SolarDay } from 'tyme4ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'

/** Whether it is 七夕, the seventh day of the seventh lunar month; a leap month has none. */
export function isSeventhEvening(day: CalendarDate): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay()
  const inYear = lunar.getLunarMonth()
  return lunar.getDay() === 7 && inYear.getMonth() === 7 && !inYear.isLeap()
}
