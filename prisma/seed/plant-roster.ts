import { randomUUID } from 'node:crypto'
import { type Calendar, isRestDay } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { mondayOf } from '#lib/domain/roster.ts'
import { DESK_OFFICES } from './desk-day-plan.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { OFFICES } from './offices/all-offices.ts'
import { laneId } from './plant-places.ts'
import { AWAY_NEXT_WEEK, COLLEAGUES, ROSTER } from './roster-plan.ts'

/** Last week, this one and the next. */
const WEEKS = 3
const THURSDAY = 3
const FRIDAY = 4

/**
 * Plants who works when at the offices whose desks are at work: colleagues without an account in use, everybody's times on
 * working days, and somebody who is away next week.
 */
export async function plantRoster(
  connection: Connection,
  calendar: Calendar,
  now: Date,
  today: CalendarDate,
): Promise<void> {
  await plantColleagues(connection, now)
  const { rows: staff } = await connection.query<{ id: string; username: string }>(
    'SELECT id, username FROM staff ORDER BY username',
  )
  const idOf = (officeId: string, word: string) =>
    staff.find(({ username }) => username === `${officeId}-${word}`)?.id
  const first = addDays(mondayOf(today), -7)
  const days = daysFrom(first, addDays(first, 7 * WEEKS - 1)).filter((day) => !isRestDay(calendar, day))
  await insertRows(
    connection,
    'roster_shift',
    DESK_OFFICES.flatMap((officeId) =>
      ROSTER.flatMap(({ word, lane }) =>
        days.flatMap((date) =>
          hoursOf(officeId).map(([startTime, endTime]) => ({
            id: randomUUID(),
            office_id: officeId,
            staff_id: idOf(officeId, word),
            date,
            start_time: startTime,
            end_time: endTime,
            lane_id: lane ? laneId(officeId, lane) : null,
            created_at: now,
            created_by: idOf(officeId, 'senior'),
          })),
        ),
      ),
    ),
  )
  const next = addDays(mondayOf(today), 7)
  await insertRows(
    connection,
    'staff_absence',
    DESK_OFFICES.map((officeId) => ({
      id: randomUUID(),
      office_id: officeId,
      staff_id: idOf(officeId, AWAY_NEXT_WEEK),
      from: addDays(next, THURSDAY),
      until: addDays(next, FRIDAY),
      created_at: now,
      created_by: idOf(officeId, 'senior'),
    })),
  )
}

async function plantColleagues(connection: Connection, now: Date): Promise<void> {
  const people = DESK_OFFICES.flatMap((officeId) =>
    COLLEAGUES.map(({ word, name }) => ({
      id: randomUUID(),
      officeId,
      username: `${officeId}-${word}`,
      name,
    })),
  )
  await insertRows(
    connection,
    'staff',
    people.map(({ id, username, name }) => ({ id, username, name, wrong_tries: 0, created_at: now })),
  )
  await insertRows(
    connection,
    'staff_grant',
    people.map(({ id, officeId }) => ({
      staff_id: id,
      role: 'clerk',
      scope: 'office',
      scope_id: officeId,
      granted_at: now,
    })),
  )
}

/** The morning and the afternoon of an office, as its marriage windows keep them. */
function hoursOf(officeId: string): (readonly [string, string])[] {
  const lane = OFFICES.find(({ id }) => id === officeId)?.lanes.find(({ word }) => word === 'marriage')
  return (lane?.rules ?? []).map(({ opens, closes }) => [opens, closes] as const)
}
