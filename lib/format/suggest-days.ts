import { type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { lunarMonthDay } from './lunar.ts'

/** Days to which many couples look forward; what they are called stands in `hours.json`, below `special.occasion`. */
type Occasion = 'valentine' | '520' | '521' | 'qixi' | 'mid-autumn' | 'double'

export interface SuggestedDay {
  readonly date: CalendarDate
  readonly occasion: Occasion
}

const SOLAR: Readonly<Record<string, Occasion>> = { '02-14': 'valentine', '05-20': '520', '05-21': '521' }
// The first of January is a holiday, and the number four is avoided.
const DOUBLE = ['02-02', '03-03', '05-05', '06-06', '07-07', '08-08', '09-09', '10-10', '11-11', '12-12']
const LUNAR: Readonly<Record<string, Occasion>> = { '7-7': 'qixi', '8-15': 'mid-autumn' }

/**
 * The days from `from` to `until` for which an office does well to plan in advance: 2·14, 5·20, 5·21, the seventh of the
 * seventh lunar month, Mid-Autumn, and dates whose month and day are one number, as 9·9.
 */
export function suggestDays(from: CalendarDate, until: CalendarDate): SuggestedDay[] {
  return daysFrom(from, until).flatMap((date) => {
    const occasion =
      SOLAR[date.slice(5)] ??
      LUNAR[lunarMonthDay(date).join('-')] ??
      (DOUBLE.includes(date.slice(5)) ? 'double' : undefined)
    return occasion ? [{ date, occasion }] : []
  })
}
