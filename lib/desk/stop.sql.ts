import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { PlannedStop } from '#lib/domain/stop.ts'
import type { Queryable } from './store.ts'

type NewStop = PlannedStop & { readonly id: string }
type StopTime = Pick<PlannedStop, 'date' | 'opens' | 'closes'> & { readonly officeId: string }

/** Whose plan it is: the place of an office that goes about; undefined for one that stays where it is. */
export async function lockMobileOffice(
  database: Queryable,
  officeId: string,
): Promise<(OfficePlace & { readonly tier: string }) | undefined> {
  const { rows } = await database.query(
    `SELECT id, region_code AS "regionCode", tier FROM office WHERE id = $1 FOR NO KEY UPDATE`,
    [officeId],
  )
  return rows[0]
}

/** Whether the car already stands somewhere in these hours of the day. */
export async function hasStopBetween(database: Queryable, stop: StopTime): Promise<boolean> {
  const { rowCount } = await database.query(
    'SELECT FROM stop WHERE office_id = $1 AND date = $2 AND opens < $4 AND closes > $3',
    [stop.officeId, stop.date, stop.opens, stop.closes],
  )
  return rowCount !== 0
}

export async function insertStop(
  database: Queryable,
  stop: NewStop & { readonly officeId: string },
): Promise<void> {
  const { id, officeId, date, opens, closes, place, address, lat, lng } = stop
  await database.query(
    `INSERT INTO stop (id, office_id, date, opens, closes, place, address, lat, lng)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, officeId, date, opens, closes, JSON.stringify(place), JSON.stringify(address), lat, lng],
  )
}

/** A stop with the place of its office, locked until the end of the transaction. */
export async function lockStop(
  database: Queryable,
  id: string,
): Promise<(PlannedStop & OfficePlace & { readonly stopId: string }) | undefined> {
  const { rows } = await database.query(
    `SELECT s.id AS "stopId", s.date::text AS date, s.opens, s.closes, s.place, s.address, s.lat, s.lng,
       o.id, o.region_code AS "regionCode"
     FROM stop s JOIN office o ON o.id = s.office_id WHERE s.id = $1 FOR UPDATE OF s, o`,
    [id],
  )
  return rows[0]
}

/** Holds the times of a stop, in the order in which every booking locks them: whoever books one of them now waits for this. */
export async function lockSlotsAt(database: Queryable, stop: StopTime): Promise<void> {
  await database.query(
    `SELECT FROM slot WHERE office_id = $1 AND date = $2 AND start_time >= $3 AND start_time < $4
     ORDER BY id FOR NO KEY UPDATE`,
    [stop.officeId, stop.date, stop.opens, stop.closes],
  )
}

/** How many couples are to come to a stop: those who have a time of its day in its hours, or wait for one. */
export async function countBookedAt(database: Queryable, stop: StopTime): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM appointment a JOIN slot s ON s.id IN (a.slot_id, a.previous_slot_id)
     WHERE s.office_id = $1 AND s.date = $2 AND s.start_time >= $3 AND s.start_time < $4
       AND a.status IN ('awaiting-partner', 'confirmed')`,
    [stop.officeId, stop.date, stop.opens, stop.closes],
  )
  return rows[0]?.count ?? 0
}

export async function deleteStop(database: Queryable, id: string): Promise<void> {
  await database.query('DELETE FROM stop WHERE id = $1', [id])
}
