import { violatedConstraint } from '#lib/db/conflict.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { Absence, ShiftTime } from '#lib/domain/roster.ts'
import type { OfficeDays, Queryable } from './store.ts'

/** Somebody who can be put on the roster of an office. */
export interface RosterPerson {
  readonly id: string
  readonly name: string
}

/** A time of somebody that stands on a roster. */
export interface Shift extends ShiftTime {
  readonly id: string
  readonly officeId: string
}

export interface StandingAbsence extends Absence {
  readonly id: string
}

/** Those who work in an office by their role there, and whose accounts are not disabled. */
export async function readPeople(database: Queryable, officeId: string): Promise<RosterPerson[]> {
  const { rows } = await database.query<RosterPerson>(
    `SELECT s.id, s.name FROM staff s WHERE s.disabled_at IS NULL AND s.id IN (
       SELECT g.staff_id FROM staff_grant g WHERE g.scope = 'office' AND g.scope_id = $1
         AND g.role IN ('clerk', 'senior-clerk', 'reviewer', 'office-manager'))
     ORDER BY s.name, s.id`,
    [officeId],
  )
  return rows
}

const SHIFT = `r.id, r.office_id AS "officeId", r.staff_id AS "staffId", r.date::text AS date, r.start_time AS "startTime",
r.end_time AS "endTime", r.lane_id AS "laneId", r."window"`

/** What stands on the roster of an office, without people whose accounts are disabled. */
export async function readShifts(database: Queryable, days: OfficeDays): Promise<Shift[]> {
  const { rows } = await database.query(
    `SELECT ${SHIFT} FROM roster_shift r JOIN staff s ON s.id = r.staff_id AND s.disabled_at IS NULL
     WHERE r.office_id = $1 AND r.date BETWEEN $2 AND $3 ORDER BY r.date, r.start_time, r.id`,
    [days.officeId, days.from, days.until],
  )
  return rows.map(shiftOf)
}

/** Every time of these people in a period, in whichever office. */
export async function readShiftsOf(
  database: Queryable,
  staffIds: readonly string[],
  days: Omit<OfficeDays, 'officeId'>,
): Promise<Shift[]> {
  const { rows } = await database.query(
    `SELECT ${SHIFT} FROM roster_shift r WHERE r.staff_id = ANY($1) AND r.date BETWEEN $2 AND $3`,
    [staffIds, days.from, days.until],
  )
  return rows.map(shiftOf)
}

/** A shift with the place of its office, locked. */
export async function lockShift(
  database: Queryable,
  id: string,
): Promise<{ readonly shift: Shift; readonly place: OfficePlace } | undefined> {
  const { rows } = await database.query(
    `SELECT ${SHIFT}, o.region_code AS "regionCode" FROM roster_shift r JOIN office o ON o.id = r.office_id
     WHERE r.id = $1 FOR UPDATE OF r`,
    [id],
  )
  const [row] = rows
  return row && { shift: shiftOf(row), place: { id: row.officeId, regionCode: row.regionCode } }
}

// The database says NULL, the house says undefined.
function shiftOf({ id, officeId, staffId, date, startTime, endTime, laneId, window }: Shift): Shift {
  return {
    id,
    officeId,
    staffId,
    date,
    startTime,
    endTime,
    laneId: laneId ?? undefined,
    window: window ?? undefined,
  }
}

/** Writes times down; false, and the transaction is lost, where one of them lies in another time of the same person. */
export async function insertShifts(
  database: Queryable,
  shifts: readonly Shift[],
  by: { readonly id: string; readonly now: Date },
): Promise<boolean> {
  try {
    await database.query(
      `INSERT INTO roster_shift (id, office_id, staff_id, date, start_time, end_time, lane_id, "window", created_at, created_by)
       SELECT t.*, $9::timestamptz, $10::uuid
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[]) t`,
      [
        shifts.map(({ id }) => id),
        shifts.map(({ officeId }) => officeId),
        shifts.map(({ staffId }) => staffId),
        shifts.map(({ date }) => date),
        shifts.map(({ startTime }) => startTime),
        shifts.map(({ endTime }) => endTime),
        shifts.map(({ laneId }) => laneId ?? null),
        shifts.map(({ window }) => window ?? null),
        by.now,
        by.id,
      ],
    )
    return true
  } catch (fault) {
    if (violatedConstraint(fault) === 'roster_shift_apart') return false
    throw fault
  }
}

export async function deleteShift(database: Queryable, id: string): Promise<void> {
  await database.query('DELETE FROM roster_shift WHERE id = $1', [id])
}

/** Deletes what stood on rosters before a day; how much it was. */
export async function deleteShiftsBefore(database: Queryable, day: CalendarDate): Promise<number> {
  const { rowCount } = await database.query('DELETE FROM roster_shift WHERE date < $1', [day])
  return rowCount ?? 0
}
