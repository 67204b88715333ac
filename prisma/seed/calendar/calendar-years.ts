import { CALENDAR_2026 } from './calendar-2026.ts'
import { CALENDAR_2027 } from './calendar-2027.ts'

/** The years in the calendar, and whether a notice of the State Council covers them. */
export const CALENDAR_YEARS = [
  {
    year: 2026,
    status: 'official',
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    days: CALENDAR_2026,
  },
  {
    year: 2027,
    status: 'provisional',
    source: '全国年节及纪念日放假办法（2024年11月10日修订）；2027年安排以国务院通知为准',
    days: CALENDAR_2027,
  },
] as const
