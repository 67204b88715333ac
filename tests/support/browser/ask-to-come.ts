import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import { askStillComing } from '#lib/booking/ask-still-coming.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'

/** Lets the evening before a confirmed appointment come, as far as the question "still coming?" goes. */
export async function askToCome(database: Pool, code: string): Promise<void> {
  const { rows } = await database.query<{ date: CalendarDate }>(
    `UPDATE party p SET agreed_at = now() - interval '20 days' FROM appointment a JOIN slot s ON s.id = a.slot_id
     WHERE p.appointment_id = a.id AND a.code = $1 RETURNING s.date::text AS date`,
    [code],
  )
  if (!rows[0]) throw new Error(`no appointment ${code}`)
  await askStillComing(database, instantAt(addDays(rows[0].date, -1), '20:00'))
}

/** The token of the link in somebody's message, as their own page of the appointment has it too. */
export async function readComingLink(page: Page, code: string): Promise<string> {
  await page.goto(`/appointment/${code}`)
  const href = await page.locator('a[href^="/coming/"]').first().getAttribute('href')
  return (href ?? '').replace(/^\/coming\/|\?no=1$/g, '')
}

/** Puts it down that the first of an appointment missed another one, the day before yesterday. */
export async function rememberMiss(database: Pool, code: string): Promise<void> {
  await database.query(
    `INSERT INTO no_show (appointment_id, role, person_index, service, date, recorded_at)
     SELECT gen_random_uuid(), 1, p.person_index, p.service, (now() AT TIME ZONE 'Asia/Shanghai')::date - 2, now()
     FROM party p JOIN appointment a ON a.id = p.appointment_id WHERE a.code = $1 AND p.role = 1`,
    [code],
  )
}
