import { SolarDay } from 'tyme4ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'

/** The day in the lunar calendar, e.g. 十月十七; nothing in English, where it would only puzzle. */
export function lunarText(locale: Locale, day: CalendarDate): string | undefined {
  if (locale === 'en') return undefined
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay()
  const text = `${lunar.getLunarMonth().getName()}${lunar.getName()}`
  return locale === 'zh-Hant' ? text.replace('闰', '閏').replace('腊', '臘') : text
}
