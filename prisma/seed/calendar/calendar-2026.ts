import { type CalendarDayPlan, holidays, makeupWorkday } from './calendar-day.ts'

const NOTICE = '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）'

const NEW_YEAR = { 'zh-CN': '元旦', 'zh-Hant': '元旦', en: "New Year's Day" }
const SPRING_FESTIVAL = { 'zh-CN': '春节', 'zh-Hant': '春節', en: 'Spring Festival' }
const QINGMING = { 'zh-CN': '清明节', 'zh-Hant': '清明節', en: 'Qingming Festival' }
const LABOUR_DAY = { 'zh-CN': '劳动节', 'zh-Hant': '勞動節', en: 'Labour Day' }
const DRAGON_BOAT = { 'zh-CN': '端午节', 'zh-Hant': '端午節', en: 'Dragon Boat Festival' }
const MID_AUTUMN = { 'zh-CN': '中秋节', 'zh-Hant': '中秋節', en: 'Mid-Autumn Festival' }
const NATIONAL_DAY = { 'zh-CN': '国庆节', 'zh-Hant': '國慶節', en: 'National Day' }

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
