import type { NextRequest } from 'next/server'
import { calendarAnswer } from '#app/(couple)/calendar-answer.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceDeadlines } from '#lib/domain/cooling-off.ts'
import { refuseCounting } from '#lib/domain/countable-day.ts'
import { caseEntries } from '#lib/format/case-calendar.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'

/** The dates counted from a day for a calendar: nobody's in particular, in neutral words. */
export async function GET(request: NextRequest): Promise<Response> {
  const day = request.nextUrl.searchParams.get('on') ?? ''
  const now = new Date()
  const calendar = await loadCalendar(pool(), now)
  if (!isCalendarDate(day) || refuseCounting(calendar, day, shanghaiToday(now)))
    return new Response(null, { status: 404 })
  const deadlines = divorceDeadlines(calendar, day)
  const { provisional } = deadlines
  const dated = { uid: `dates-${day}`, deadlines, provisional, sequence: 0, cancelled: false, now }
  return calendarAnswer('dates', caseEntries(await speakingLocale(), dated))
}
