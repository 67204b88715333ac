import { HOLIDAYS } from '#lib/domain/holiday-notice.ts'
import { type CalendarDayPlan, holidays } from './calendar-day.ts'

const STATUTE = '全国年节及纪念日放假办法（2024年11月10日修订）'

const provisional = { status: 'provisional', source: STATUTE } as const

/**
 * The days of 2027 that the statute itself names. Which weekdays are bridged and which weekends are worked is decided by
 * a notice that is not out yet, so every date computed from these days is provisional.
 */
export const CALENDAR_2027: readonly CalendarDayPlan[] = [
  ...holidays(HOLIDAYS.元旦, '2027-01-01', '2027-01-01', provisional),
  ...holidays(HOLIDAYS.春节, '2027-02-05', '2027-02-08', provisional),
  ...holidays(HOLIDAYS.清明节, '2027-04-05', '2027-04-05', provisional),
  ...holidays(HOLIDAYS.劳动节, '2027-05-01', '2027-05-02', provisional),
  ...holidays(HOLIDAYS.端午节, '2027-06-09', '2027-06-09', provisional),
  ...holidays(HOLIDAYS.中秋节, '2027-09-15', '2027-09-15', provisional),
  ...holidays(HOLIDAYS.国庆节, '2027-10-01', '2027-10-03', provisional),
]
