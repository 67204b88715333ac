import { type CalendarDayPlan, holidays } from './calendar-day.ts'

const STATUTE = '全国年节及纪念日放假办法（2024年11月10日修订）'

const provisional = { status: 'provisional', source: STATUTE } as const

/**
 * The days of 2027 that the statute itself names. Which weekdays are bridged and which weekends are worked is decided by
 * a notice that is not out yet, so every date computed from these days is provisional.
 */
export const CALENDAR_2027: readonly CalendarDayPlan[] = [
  ...holidays(
    { 'zh-CN': '元旦', 'zh-Hant': '元旦', en: "New Year's Day" },
    '2027-01-01',
    '2027-01-01',
    provisional,
  ),
  ...holidays(
    { 'zh-CN': '春节', 'zh-Hant': '春節', en: 'Spring Festival' },
    '2027-02-05',
    '2027-02-08',
    provisional,
  ),
  ...holidays(
    { 'zh-CN': '清明节', 'zh-Hant': '清明節', en: 'Qingming Festival' },
    '2027-04-05',
    '2027-04-05',
    provisional,
  ),
  ...holidays(
    { 'zh-CN': '劳动节', 'zh-Hant': '勞動節', en: 'Labour Day' },
    '2027-05-01',
    '2027-05-02',
    provisional,
  ),
  ...holidays(
    { 'zh-CN': '端午节', 'zh-Hant': '端午節', en: 'Dragon Boat Festival' },
    '2027-06-09',
    '2027-06-09',
    provisional,
  ),
  ...holidays(
    { 'zh-CN': '中秋节', 'zh-Hant': '中秋節', en: 'Mid-Autumn Festival' },
    '2027-09-15',
    '2027-09-15',
    provisional,
  ),
  ...holidays(
    { 'zh-CN': '国庆节', 'zh-Hant': '國慶節', en: 'National Day' },
    '2027-10-01',
    '2027-10-03',
    provisional,
  ),
]
