import { SolarDay } from 'tyme4ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The day in the lunar calendar, such as the seventeenth of the tenth month; nothing in English, where it would only puzzle. */
export function lunarText(locale: Locale, day: CalendarDate): string | undefined {
  if (locale === 'en') return undefined
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay()
  const t = translator(locale, 'common.lunar')
  const name = t('months').split(' ')[lunar.getLunarMonth().getMonth() - 1] ?? ''
  const inYear = lunar.getLunarMonth().isLeap() ? t('leap', { month: name }) : name
  return inYear + (t('days').split(' ')[lunar.getDay() - 1] ?? '')
}
