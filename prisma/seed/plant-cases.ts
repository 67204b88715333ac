import { keepSeat } from '#lib/booking/keep-seat.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { openCase } from '#lib/divorce/open-case.ts'
import { type Calendar, isRestDay } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { divorceDeadlines, USUAL_READING } from '#lib/domain/cooling-off.ts'
import { demoPerson } from './demo-people.ts'

/** Two couples between application and certificate: one in the cooling-off period, one in the window. */
export async function plantCases(client: PoolClient, calendar: Calendar, now: Date): Promise<void> {
  const today = shanghaiToday(now)
  const inWindow = lastAcceptanceOf(calendar, today)
  await plantCase(
    client,
    { calendar, now },
    'cooling',
    workdayBefore(calendar, addDays(today, -11)),
    '演示-0001',
  )
  await plantCase(client, { calendar, now }, 'window', inWindow, '演示-0002')
}

async function plantCase(
  client: PoolClient,
  { calendar, now }: { calendar: Calendar; now: Date },
  key: string,
  acceptedOn: CalendarDate,
  receiptNumber: string,
): Promise<void> {
  const officeId = 'guangming'
  const opened = await openCase(client, {
    officeId,
    receiptNumber,
    acceptedOn,
    parties: [demoPerson(`${key}-1`), demoPerson(`${key}-2`)],
    locales: ['zh-CN', 'zh-CN'],
    calendar,
    reading: USUAL_READING,
    by: 'demo',
    now: instantAt(acceptedOn, '10:00'),
  })
  if (!opened.ok) throw new Error(`the demo case ${key} was refused: ${JSON.stringify(opened)}`)
  const { firstServiceDay, certWindowEnd: until } = divorceDeadlines(calendar, acceptedOn)
  const tomorrow = addDays(shanghaiToday(now), 1)
  const from = firstServiceDay > tomorrow ? firstServiceDay : tomorrow
  await keepSeat(client, { caseId: opened.value.id, officeId, from, until, now })
}

/** A day whose window has been open for some days and goes on for more than a week. */
function lastAcceptanceOf(calendar: Calendar, today: CalendarDate): CalendarDate {
  let day = workdayBefore(calendar, addDays(today, -34))
  while (divorceDeadlines(calendar, day).firstServiceDay >= today)
    day = workdayBefore(calendar, addDays(day, -1))
  return day
}

function workdayBefore(calendar: Calendar, latest: CalendarDate): CalendarDate {
  let day = latest
  while (isRestDay(calendar, day)) day = addDays(day, -1)
  return day
}
