import { type CalendarEntry, writeCalendarFile } from '#lib/booking/write-calendar-file.ts'

/** Entries as a calendar file to keep; its name is as neutral as they are. */
export function calendarAnswer(name: 'appointment' | 'dates', entries: readonly CalendarEntry[]): Response {
  return new Response(writeCalendarFile(entries), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.ics"`,
      'cache-control': 'no-store',
    },
  })
}
