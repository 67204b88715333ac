import { type Calendar, isRestDay } from './calendar.ts'
import { weekdayOf } from './calendar-date.ts'
import { type ClockTime, shanghaiClock } from './clock.ts'

/** When a counsellor is in the house. Counselling is free, voluntary and confidential. 婚姻登记条例 (2025) art. 5. */
export interface CounsellingHours {
  readonly id: string
  readonly name: string
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  readonly opens: ClockTime
  readonly closes: ClockTime
}

/** Who is in the house now; on a rest day nobody. */
export function counsellorsNow(
  hours: readonly CounsellingHours[],
  calendar: Calendar,
  now: Date,
): readonly CounsellingHours[] {
  const { date, time } = shanghaiClock(now)
  if (isRestDay(calendar, date)) return []
  return hours.filter(
    ({ weekdays, opens, closes }) => weekdays.includes(weekdayOf(date)) && opens <= time && time < closes,
  )
}
