import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { Absence } from '#lib/domain/roster.ts'
import type { StandingAbsence } from './roster.sql.ts'
import type { OfficeDays, Queryable } from './store.ts'

/** When these people are away in a period, wherever it was put down. */
export async function readAbsences(
  database: Queryable,
  staffIds: readonly string[],
  days: Omit<OfficeDays, 'officeId'>,
): Promise<StandingAbsence[]> {
  const { rows } = await database.query<StandingAbsence>(
    `SELECT id, staff_id AS "staffId", "from"::text AS "from", "until"::text AS "until" FROM staff_absence
     WHERE staff_id = ANY($1) AND "until" >= $2 AND "from" <= $3 ORDER BY "from", id`,
    [staffIds, days.from, days.until],
  )
  return rows
}

export async function insertAbsence(
  database: Queryable,
  absence: Absence & { readonly id: string; readonly officeId: string },
  by: { readonly id: string; readonly now: Date },
): Promise<void> {
  await database.query(
    `INSERT INTO staff_absence (id, office_id, staff_id, "from", "until", created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [absence.id, absence.officeId, absence.staffId, absence.from, absence.until, by.now, by.id],
  )
}

/** An absence with the place of the office where it was put down, locked. */
export async function lockAbsence(
  database: Queryable,
  id: string,
): Promise<{ readonly absence: Absence; readonly place: OfficePlace } | undefined> {
  const { rows } = await database.query(
    `SELECT a.staff_id AS "staffId", a."from"::text AS "from", a."until"::text AS "until", o.id, o.region_code AS "regionCode"
     FROM staff_absence a JOIN office o ON o.id = a.office_id WHERE a.id = $1 FOR UPDATE OF a`,
    [id],
  )
  const [row] = rows
  if (!row) return undefined
  const { id: officeId, regionCode, ...absence } = row
  return { absence, place: { id: officeId, regionCode } }
}

export async function deleteAbsence(database: Queryable, id: string): Promise<void> {
  await database.query('DELETE FROM staff_absence WHERE id = $1', [id])
}

/** Deletes absences that ended before a day; how many they were. */
export async function deleteAbsencesBefore(database: Queryable, day: CalendarDate): Promise<number> {
  const { rowCount } = await database.query('DELETE FROM staff_absence WHERE "until" < $1', [day])
  return rowCount ?? 0
}
