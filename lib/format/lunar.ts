import { SolarDay } from 'tyme4ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

// Among what the almanac of tyme4ts recommends or advises against.
const WEDDINGS = 15

/** The day in the lunar calendar, such as the seventeenth of the tenth month; nothing in English, where it would only puzzle. */
export function lunarText(locale: Locale, day: CalendarDate): string | undefined {
  if (locale === 'en') return undefined
  const lunar = solar(day).getLunarDay()
  const t = translator(locale, 'common.lunar')
  return monthName(t, lunar.getLunarMonth()) + dayName(t, lunar.getDay())
}

/**
 * What a calendar writes below a day, as short as it goes: its feast, its solar term, the month on its first day, else the
 * day. In English its feast alone.
 */
export function lunarShort(locale: Locale, day: CalendarDate): string | undefined {
  const date = solar(day)
  const lunar = date.getLunarDay()
  const t = translator(locale, 'common.lunar')
  const feast = lunar.getFestival()
  const name = feast ? t('feasts').split(' ')[feast.getIndex()]?.replaceAll('_', ' ') : undefined
  if (locale === 'en') return name === '-' ? undefined : name
  if (name) return name
  const term = date.getTermDay()
  if (term.getDayIndex() === 0) return t('terms').split(' ')[term.getSolarTerm().getIndex()]
  return lunar.getDay() === 1 ? monthName(t, lunar.getLunarMonth()) : dayName(t, lunar.getDay())
}

/** Whether the traditional almanac calls the day good for weddings: a custom, nothing that anybody is advised. */
export function suitsWeddings(day: CalendarDate): boolean {
  return solar(day)
    .getLunarDay()
    .getRecommends()
    .some((taboo) => taboo.getIndex() === WEDDINGS)
}

/** Month and day in the lunar calendar, from 1; a leap month is negative. */
export function lunarMonthDay(day: CalendarDate): readonly [month: number, day: number] {
  const lunar = solar(day).getLunarDay()
  const month = lunar.getLunarMonth()
  return [month.isLeap() ? -month.getMonth() : month.getMonth(), lunar.getDay()]
}

function solar(day: CalendarDate): SolarDay {
  return SolarDay.fromYmd(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))
}

type Month = ReturnType<ReturnType<SolarDay['getLunarDay']>['getLunarMonth']>
type Say = ReturnType<typeof translator>

function monthName(t: Say, month: Month): string {
  const name = t('months').split(' ')[month.getMonth() - 1] ?? ''
  return month.isLeap() ? t('leap', { month: name }) : name
}

function dayName(t: Say, day: number): string {
  return t('days').split(' ')[day - 1] ?? ''
}
