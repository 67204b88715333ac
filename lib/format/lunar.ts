import { SolarDay } from 'tyme4ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

interface Words {
  readonly months: readonly string[]
  readonly days: readonly string[]
  readonly feasts: readonly string[]
  readonly terms: readonly string[]
  readonly leap: (month: string) => string
}

// PERF: a year of days is written at once; their words are looked up once a language.
const known = new Map<Locale, Words>()

// Among what the almanac of tyme4ts recommends or advises against.
const WEDDINGS = 15

/** The day in the lunar calendar, such as the seventeenth of the tenth month; nothing in English, where it would only puzzle. */
export function lunarText(locale: Locale, day: CalendarDate): string | undefined {
  if (locale === 'en') return undefined
  const lunar = solar(day).getLunarDay()
  const words = wordsOf(locale)
  return monthName(words, lunar.getLunarMonth()) + dayName(words, lunar.getDay())
}

/**
 * What a calendar writes below a day, as short as it goes: its feast, its solar term, the month on its first day, else the
 * day. In English its feast alone.
 */
export function lunarShort(locale: Locale, day: CalendarDate): string | undefined {
  const date = solar(day)
  const lunar = date.getLunarDay()
  const words = wordsOf(locale)
  const feast = lunar.getFestival()
  const name = feast ? words.feasts[feast.getIndex()]?.replaceAll('_', ' ') : undefined
  if (locale === 'en') return name === '-' ? undefined : name
  if (name) return name
  const term = date.getTermDay()
  if (term.getDayIndex() === 0) return words.terms[term.getSolarTerm().getIndex()]
  return lunar.getDay() === 1 ? monthName(words, lunar.getLunarMonth()) : dayName(words, lunar.getDay())
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

function monthName({ months, leap }: Words, month: Month): string {
  const name = months[month.getMonth() - 1] ?? ''
  return month.isLeap() ? leap(name) : name
}

function dayName({ days }: Words, day: number): string {
  return days[day - 1] ?? ''
}

function wordsOf(locale: Locale): Words {
  const found = known.get(locale)
  if (found) return found
  const t = translator(locale, 'common.lunar')
  const list = (name: string) => t(name).split(' ')
  const words = {
    months: list('months'),
    days: list('days'),
    feasts: list('feasts'),
    terms: list('terms'),
    leap: (month: string) => t('leap', { month }),
  }
  known.set(locale, words)
  return words
}
