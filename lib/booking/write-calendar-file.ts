import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, instantAt } from '#lib/domain/clock.ts'

/** What a calendar entry tells; its words are neutral, as a calendar is often seen by others. */
export interface CalendarEntry {
  readonly uid: string
  readonly summary: string
  readonly description: string
  /** Empty where there is none. */
  readonly location: string
  readonly date: CalendarDate
  /** Without: the whole day, which keeps nobody from anything else. */
  readonly hours?: { readonly start: ClockTime; readonly end: ClockTime }
  /** Higher after every change, so that a calendar takes the new file for the same entry. */
  readonly sequence: number
  readonly cancelled: boolean
  readonly now: Date
}

/** Entries as an iCalendar file. RFC 5545: CRLF, lines of at most 75 octets, texts escaped. */
export function writeCalendarFile(entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yueding//Appointments//ZH',
    'METHOD:PUBLISH',
    ...entries.flatMap(eventOf),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}@yueding`,
    `DTSTAMP:${stamp(entry.now)}`,
    `SEQUENCE:${entry.sequence}`,
    ...timesOf(entry),
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    ...(entry.location ? [`LOCATION:${escaped(entry.location)}`] : []),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    // The day before: at the same time, or of a whole day at nine in the morning.
    entry.hours ? 'TRIGGER:-P1D' : 'TRIGGER:-PT15H',
    `DESCRIPTION:${escaped(entry.summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

function timesOf({ date, hours }: CalendarEntry): string[] {
  if (hours)
    return [`DTSTART:${stamp(instantAt(date, hours.start))}`, `DTEND:${stamp(instantAt(date, hours.end))}`]
  const compact = (day: CalendarDate) => day.replaceAll('-', '')
  return [
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    'TRANSP:TRANSPARENT',
  ]
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

// Folds by characters that fit into 72 octets, so that no character is cut in two.
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 72) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}
