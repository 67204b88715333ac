import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, instantAt } from '#lib/domain/clock.ts'

/** What a calendar entry tells; its words are neutral, as a calendar is often seen by others. */
export interface CalendarEntry {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly date: CalendarDate
  readonly start: ClockTime
  readonly end: ClockTime
  /** Higher after every change, so that a calendar takes the new file for the same entry. */
  readonly sequence: number
  readonly cancelled: boolean
  readonly now: Date
}

/** One appointment as an iCalendar file. RFC 5545: CRLF, lines of at most 75 octets, texts escaped. */
export function writeCalendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yueding//Appointments//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.uid}@yueding`,
    `DTSTAMP:${stamp(entry.now)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART:${stamp(instantAt(entry.date, entry.start))}`,
    `DTEND:${stamp(instantAt(entry.date, entry.end))}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(entry.location)}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${escaped(entry.summary)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
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
