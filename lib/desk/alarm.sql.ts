import type { PoolClient } from 'pg'
import type { DeskAlarm } from '#lib/domain/desk-alarm.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { Horizon } from '#lib/domain/retention.ts'
import { type Queryable, ticketOf } from './store.ts'

const ALARM = `
SELECT a.id, a."window", a.raised_at AS "raisedAt", a.raised_by AS "raisedBy", r.name AS raiser,
  a.answered_at AS "answeredAt", a.answered_by AS "answeredBy", h.name AS answerer
FROM desk_alarm a LEFT JOIN staff r ON r.id = a.raised_by LEFT JOIN staff h ON h.id = a.answered_by`

/** The calls for help of an office that are open or were answered since an instant, the newest first. */
export async function readAlarms(
  database: Queryable,
  { officeId, since }: { readonly officeId: string; readonly since: Date },
): Promise<DeskAlarm[]> {
  const { rows } = await database.query(
    `${ALARM} WHERE a.office_id = $1 AND a.raised_at >= $2 ORDER BY a.raised_at DESC`,
    [officeId, since],
  )
  return rows.map((row) => ticketOf(row) as unknown as DeskAlarm)
}

/** Puts a call for help down, unless the same person has an open one since then; the id of the one that stands. */
export async function insertAlarm(
  client: PoolClient,
  alarm: {
    readonly id: string
    readonly officeId: string
    readonly window: string | undefined
    readonly staffId: string
    readonly since: Date
    readonly now: Date
  },
): Promise<string> {
  const { id, officeId, staffId, since, now } = alarm
  // Two presses in the same moment are one call.
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`alarm ${officeId} ${staffId}`])
  const open = await client.query<{ id: string }>(
    `SELECT id FROM desk_alarm
     WHERE office_id = $1 AND raised_by = $2 AND answered_at IS NULL AND raised_at >= $3`,
    [officeId, staffId, since],
  )
  if (open.rows[0]) return open.rows[0].id
  await client.query(
    'INSERT INTO desk_alarm (id, office_id, "window", raised_at, raised_by) VALUES ($1, $2, $3, $4, $5)',
    [id, officeId, alarm.window ?? null, now, staffId],
  )
  return id
}

/** An open call for help, locked, with its place; undefined when there is none or somebody has answered. */
export async function lockOpenAlarm(
  client: PoolClient,
  id: string,
): Promise<{ readonly place: OfficePlace; readonly raisedBy: string } | undefined> {
  const { rows } = await client.query<{ officeId: string; regionCode: string; raisedBy: string }>(
    `SELECT o.id AS "officeId", o.region_code AS "regionCode", a.raised_by AS "raisedBy"
     FROM desk_alarm a JOIN office o ON o.id = a.office_id
     WHERE a.id = $1 AND a.answered_at IS NULL FOR NO KEY UPDATE OF a`,
    [id],
  )
  const row = rows[0]
  return row && { place: { id: row.officeId, regionCode: row.regionCode }, raisedBy: row.raisedBy }
}

/** Notes who goes; the screens of the office hear of it. */
export async function closeAlarm(
  client: PoolClient,
  { id, staffId, now }: { readonly id: string; readonly staffId: string; readonly now: Date },
): Promise<void> {
  await client.query('UPDATE desk_alarm SET answered_at = $2, answered_by = $3 WHERE id = $1', [
    id,
    now,
    staffId,
  ])
}

/** Takes old calls for help away. */
export async function deleteAlarms(database: Queryable, before: Horizon): Promise<number> {
  return (await database.query('DELETE FROM desk_alarm WHERE raised_at < $1', [before.at])).rowCount ?? 0
}
