import { type Calendar, isRestDay } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate, daysFrom, weekdayOf } from '#lib/domain/calendar-date.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { localized } from './localized.ts'

/** Where the car of Hantai stands, by the day of the week. */
const ROUND = [
  {
    weekday: 2,
    place: localized('示例镇集市', '示例鎮集市', 'Shili town market'),
    address: localized(
      '汉台区示例镇示例街1号集市东门',
      '漢臺區示例鎮示例街1號集市東門',
      'East gate of the market, 1 Shili Street, Shili town, Hantai',
    ),
    lat: 33.1362,
    lng: 106.9871,
  },
  {
    weekday: 4,
    place: localized('示例村村委会', '示例村村委會', 'Shili village committee'),
    address: localized(
      '汉台区示例镇示例村村委会门口',
      '漢臺區示例鎮示例村村委會門口',
      'In front of the village committee of Shili, Hantai',
    ),
    lat: 33.1518,
    lng: 107.0325,
  },
] as const

const DAYS_AHEAD = 60

/** Plants the plan of the mobile service car: Tuesdays and Thursdays that are worked, for the next two months. */
export async function plantStops(
  connection: Connection,
  calendar: Calendar,
  today: CalendarDate,
): Promise<void> {
  const days = daysFrom(today, addDays(today, DAYS_AHEAD)).filter((day) => !isRestDay(calendar, day))
  await insertRows(
    connection,
    'stop',
    days.flatMap((date, index) =>
      ROUND.filter(({ weekday }) => weekday === weekdayOf(date)).map(({ weekday, ...where }) => ({
        id: `00000000-0000-4000-8000-${String(weekday)}${String(index).padStart(11, '0')}`,
        office_id: 'hanzhong-hantai-mobile',
        date,
        opens: '09:30',
        closes: '15:30',
        ...where,
      })),
    ),
  )
}
