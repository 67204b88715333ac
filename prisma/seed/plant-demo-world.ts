import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { type PoolClient, pool } from '#lib/db/pool.ts'
import { type Calendar, isRestDay } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { ruleSetOn } from '#lib/domain/checklist.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { loadLongestHorizon } from '#lib/office/load-longest-horizon.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { plantChannels } from './channels.ts'
import { CHECKLIST_RULE_SETS } from './checklists/rule-sets.ts'
import { writeDemoFile } from './demo-file.ts'
import { everydayBookings } from './everyday-bookings.ts'
import type { Connection } from './insert-rows.ts'
import { liveDeskDay } from './live-desk-day.ts'
import { deskDayBookings, isOfDeskDay, plantDeskHours } from './plan-desk-day.ts'
import { writeAppointments } from './planned-appointment.ts'
import { plantCases } from './plant-cases.ts'
import { plantPlaces } from './plant-places.ts'
import { plantRooms } from './plant-rooms.ts'
import { plantRoster } from './plant-roster.ts'
import { plantRules } from './plant-rules.ts'
import { plantStaff } from './plant-staff.ts'
import { plantStops } from './plant-stops.ts'
import { plantWindows } from './plant-windows.ts'
import { readPlantedSlots } from './planted-slots.ts'
import { tellStories } from './stories.ts'

/** So many working days back reach the slots, for the couple that has already been there. */
const WORKDAYS_BEFORE = 3

/**
 * Plants the demo world as it looks at this instant, in one transaction, and lets its desks work until now: the same world every time, but for the keys of
 * its channels and the passwords of its staff. Only in an empty database; returns false, and touches nothing, where there is an office already.
 */
export async function plantDemoWorld(now: Date): Promise<boolean> {
  const connection = await pool().connect()
  try {
    await connection.query('BEGIN')
    const planted = (await isEmpty(connection)) && (await plantEverything(connection, now))
    await connection.query('COMMIT')
    if (planted) await connection.query('ANALYZE')
    // What the desks have done today goes through their verbs, which see only what is committed.
    if (planted) await liveDeskDay(pool(), now)
    return planted
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  } finally {
    connection.release()
  }
}

async function isEmpty(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ empty: boolean }>(
    'SELECT NOT EXISTS (SELECT FROM office) AS empty',
  )
  return rows[0]?.empty === true
}

type Planting = PoolClient

async function plantEverything(connection: Planting, now: Date): Promise<true> {
  const today = shanghaiToday(now)
  await plantRules(connection)
  const calendar = await readCalendar(connection)
  await plantPlaces(connection, calendar, today)
  await plantDeskHours(connection, now)
  await plantStops(connection, calendar, today)
  const horizon = await loadLongestHorizon(connection, now)
  await materialiseSlots(connection, {
    from: workdaysBefore(calendar, today, WORKDAYS_BEFORE),
    until: addDays(today, horizon + 1),
  })
  await materialiseSlots(
    connection,
    { from: addDays(today, horizon + 2), until: addDays(today, 90) },
    { service: 'DIVORCE_CERTIFICATE' },
  )
  const slots = await readPlantedSlots(connection)
  const stories = tellStories(slots, ruleSetIdOf, today, now)
  const elsewhere = slots.filter((slot) => !isOfDeskDay(slot, today))
  await writeAppointments(connection, [
    ...stories,
    ...everydayBookings(elsewhere, ruleSetIdOf, today, now),
    ...deskDayBookings(slots, ruleSetIdOf, now),
  ])
  await plantCases(connection, calendar, now)
  await plantWindows(connection)
  await plantRooms(connection)
  // Before the commit: without the file nobody would ever know the keys.
  await writeDemoFile(await plantChannels(connection, now), await plantStaff(connection, now))
  await plantRoster(connection, calendar, now, today)
  return true
}

function workdaysBefore(calendar: Calendar, today: CalendarDate, count: number): CalendarDate {
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, -1)
    if (!isRestDay(calendar, day)) left -= 1
  }
  return day
}

function ruleSetIdOf(service: Service, on: CalendarDate): string {
  const rules = ruleSetOn(CHECKLIST_RULE_SETS, service, on)
  if (!rules) throw new Error(`there is no checklist for ${service} on ${on}`)
  return rules.id
}
