import type { Pool } from '#lib/db/pool.ts'
import { addDays, type CalendarDate, weekdayOf } from '#lib/domain/calendar-date.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'

const OFFICES = ['east', 'south', 'west', 'north'] as const

/**
 * Four offices with few windows, so that a busy month runs short of seats: one serves on every fourth Saturday, one closes for
 * three days each month. Tells their ids.
 */
export async function openTown(
  pool: Pool,
  days: readonly CalendarDate[],
  windows: number,
): Promise<readonly string[]> {
  const client = await pool.connect()
  await plantRules(client)
  client.release()
  for (const id of OFFICES) {
    const services = ['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'] as const
    await plantOffice(pool, { id, services, days: [], slotMinutes: 30 })
    await pool.query(
      `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, valid_from)
       VALUES ($1, $1 || '-lane', '{1,2,3,4,5}', '09:00', '11:00', $2, 50, '2026-01-01')`,
      [id, windows],
    )
  }
  const saturdays = days.filter((day) => weekdayOf(day) === 6).filter((_, index) => index % 4 === 0)
  for (const date of saturdays)
    await pool.query(
      `INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, reason)
       VALUES ($1, 'east-lane', $2, '09:00', '11:00', 1, 100, '{}')`,
      [`saturday ${date}`, date],
    )
  for (const from of days.filter((day) => day.endsWith('-18')))
    await pool.query(
      `INSERT INTO closure (id, office_id, "from", until, reason) VALUES ($1, 'west', $2, $3, '{}')`,
      [`closure ${from}`, from, addDays(from, 2)],
    )
  return OFFICES
}
