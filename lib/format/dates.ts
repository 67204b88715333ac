import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'

const ZONE = 'Asia/Shanghai'

type Style = 'short' | 'long' | 'month' | 'plain' | 'weekday'

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric', weekday: 'short' },
  long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  plain: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  weekday: { weekday: 'long' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day in words, e.g. 11月25日 周三 (short), 2026年11月25日 星期三 (long), 2026年11月 (month), 星期三 (weekday). */
export function dayText(locale: Locale, day: CalendarDate, style: Style = 'short'): string {
  const text = format(locale, style, { ...STYLES[style], timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
  return locale === 'en' ? text : text.replace(/日(?=\p{Script=Han}{2,3}$)/u, '$& ')
}

/** An instant as a wall clock in China shows it, e.g. 11月22日 20:14. */
export function instantText(locale: Locale, at: Date): string {
  const options: Intl.DateTimeFormatOptions = {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }
  return format(locale, 'instant', { ...options, timeZone: ZONE }).format(at)
}

/** The time of an instant in China, e.g. 20:14. */
export function clockText(locale: Locale, at: Date): string {
  return format(locale, 'clock', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  }).format(at)
}

/** The seven weekdays from Monday, as short as the language allows. */
export function weekdayTexts(locale: Locale): string[] {
  const weekday = format(locale, 'weekdays', {
    weekday: locale === 'en' ? 'short' : 'narrow',
    timeZone: 'UTC',
  })
  return Array.from({ length: 7 }, (_, index) => weekday.format(new Date(Date.UTC(2024, 0, 1 + index))))
}

function format(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  formats.set(key, known)
  return known
}
