import { HOLIDAYS } from '#lib/domain/holiday-notice.ts'
import { type CalendarDayPlan, holidays, makeupWorkday } from './calendar-day.ts'

const NOTICE = '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）'

const {
  元旦: NEW_YEAR,
  春节: SPRING_FESTIVAL,
  清明节: QINGMING,
  劳动节: LABOUR_DAY,
  端午节: DRAGON_BOAT,
  中秋节: MID_AUTUMN,
  国庆节: NATIONAL_DAY,
} = HOLIDAYS

const official = { status: 'official', source: NOTICE } as const

/** The year 2026 as the State Council announced it, day by day. */
export const CALENDAR_2026: readonly CalendarDayPlan[] = [
  ...holidays(NEW_YEAR, '2026-01-01', '2026-01-03', official),
  makeupWorkday(NEW_YEAR, '2026-01-04', official),
  makeupWorkday(SPRING_FESTIVAL, '2026-02-14', official),
  ...holidays(SPRING_FESTIVAL, '2026-02-15', '2026-02-23', official),
  makeupWorkday(SPRING_FESTIVAL, '2026-02-28', official),
  ...holidays(QINGMING, '2026-04-04', '2026-04-06', official),
  ...holidays(LABOUR_DAY, '2026-05-01', '2026-05-05', official),
  makeupWorkday(LABOUR_DAY, '2026-05-09', official),
  ...holidays(DRAGON_BOAT, '2026-06-19', '2026-06-21', official),
  makeupWorkday(NATIONAL_DAY, '2026-09-20', official),
  ...holidays(MID_AUTUMN, '2026-09-25', '2026-09-27', official),
  ...holidays(NATIONAL_DAY, '2026-10-01', '2026-10-07', official),
  makeupWorkday(NATIONAL_DAY, '2026-10-10', official),
]
