import { addDays, type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'

/** What the address of the page asks for. */
export interface TrailAsked {
  readonly code: string
  readonly username: string
  readonly act: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** All of the scope, not only the office of the shift. */
  readonly wide: boolean
  readonly before: string | undefined
}

const SHOWN_DAYS = 30
const LONGEST = 60

/** Reads it, a month back where nothing else is asked; what is no day or no number counts as not asked. */
export function readTrailSearch(
  search: Readonly<Record<string, string | undefined>>,
  today: CalendarDate,
): TrailAsked {
  const text = (name: string) => (search[name] ?? '').trim().slice(0, LONGEST)
  const day = (name: string, otherwise: CalendarDate) => {
    const typed = text(name)
    return isCalendarDate(typed) ? typed : otherwise
  }
  return {
    code: text('code'),
    username: text('username'),
    act: text('act'),
    from: day('from', addDays(today, -SHOWN_DAYS)),
    until: day('until', today),
    wide: search.where === 'wide',
    before: /^\d{1,18}$/.test(search.before ?? '') ? search.before : undefined,
  }
}
