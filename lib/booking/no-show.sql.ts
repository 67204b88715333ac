import type { Pool, PoolClient } from 'pg'
import { once } from '#lib/db/once.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { countsNoShows } from '#lib/domain/no-show.ts'
import { SERVICES } from '#lib/domain/service.ts'

type Database = Pool | PoolClient

const COUNTING = SERVICES.filter(countsNoShows)

/** Days since `since` on which each of these people (person index in base64) missed what counts, without void ones. */
export async function readMissed(
  database: Database,
  personIndexes: readonly string[],
  since: CalendarDate,
): Promise<CalendarDate[][]> {
  const { rows } = await database.query<{ index: string; date: CalendarDate }>(
    `SELECT encode(person_index, 'base64') AS index, date::text AS date FROM no_show
     WHERE person_index = ANY (SELECT decode(i, 'base64') FROM unnest($1::text[]) i)
       AND voided_at IS NULL AND service = ANY($2) AND date >= $3
     ORDER BY date`,
    [personIndexes, COUNTING, since],
  )
  return personIndexes.map((index) => rows.filter((row) => row.index === index).map(({ date }) => date))
}

/** The person indexes (base64) with at least so many missed appointments since a day. */
export async function readFrequentMissers(
  database: Database,
  fewest: number,
  since: CalendarDate,
): Promise<Set<string>> {
  const { rows } = await database.query<{ index: string }>(
    `SELECT encode(person_index, 'base64') AS index FROM no_show
     WHERE voided_at IS NULL AND service = ANY($1) AND date >= $2
     GROUP BY person_index HAVING count(*) >= $3`,
    [COUNTING, since, fewest],
  )
  return new Set(rows.map(({ index }) => index))
}

/** Puts down who did not come; what had been void counts again. */
export async function insertNoShows(
  client: PoolClient,
  appointmentId: string,
  roles: readonly number[],
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO no_show (appointment_id, role, person_index, service, date, recorded_at)
     SELECT p.appointment_id, p.role, p.person_index, p.service, s.date, $3
     FROM party p JOIN appointment a ON a.id = p.appointment_id JOIN slot s ON s.id = a.slot_id
     WHERE p.appointment_id = $1 AND p.role = ANY($2)
     ON CONFLICT (appointment_id, role) DO UPDATE SET recorded_at = $3, voided_at = NULL, void_reason = NULL`,
    [appointmentId, roles, now],
  )
}

/** Makes what was recorded void; tells when it had been recorded, undefined when there is nothing to make void. */
export async function voidNoShows(
  client: PoolClient,
  appointmentId: string,
  reason: string,
  now: Date,
): Promise<Date | undefined> {
  const { rows } = await client.query<{ recordedAt: Date }>(
    `UPDATE no_show SET voided_at = $3, void_reason = $2
     WHERE appointment_id = $1 AND voided_at IS NULL RETURNING recorded_at AS "recordedAt"`,
    [appointmentId, reason, now],
  )
  return rows[0]?.recordedAt
}

/** Its people have it before them again, except who has booked the service anew meanwhile. */
export async function restoreParties(client: PoolClient, appointmentId: string): Promise<void> {
  await client.query(
    `UPDATE party p SET active = true WHERE appointment_id = $1 AND NOT EXISTS (
       SELECT FROM party o WHERE o.active AND o.service = p.service AND o.person_index = p.person_index)`,
    [appointmentId],
  )
}

/** Whether the office has taken the time of an appointment off the plan. */
export async function isSlotOpen(client: PoolClient, slotId: number): Promise<boolean> {
  const { rows } = await client.query<{ open: boolean }>('SELECT open FROM slot WHERE id = $1', [slotId])
  return rows[0]?.open === true
}

interface Kept {
  readonly until: number
  readonly indexes: Promise<ReadonlySet<string>>
}

/** Who has missed often enough to be looked at closely, as last read; once per process. */
export function keptMissers(): { kept: Kept | undefined } {
  return once('frequent missers', () => ({ kept: undefined }))
}
