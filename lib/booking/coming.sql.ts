import type { Pool, PoolClient } from 'pg'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { IS_DISPLACED } from './displaced.sql.ts'

type Database = Pool | PoolClient

/** Confirmed appointments of one office, service and day, as far as asking goes. */
export interface ComingGroup {
  readonly officeId: string
  readonly service: Service
  readonly date: CalendarDate
}

/** What is confirmed for the days after `today` up to `until`. */
export async function readComingGroups(
  database: Database,
  today: CalendarDate,
  until: CalendarDate,
): Promise<ComingGroup[]> {
  const { rows } = await database.query<ComingGroup>(
    `SELECT DISTINCT a.office_id AS "officeId", a.service, s.date::text AS date
     FROM slot s JOIN appointment a ON a.slot_id = s.id
     WHERE s.date > $1 AND s.date <= $2 AND s.taken > 0 AND a.status = 'confirmed' AND NOT ${IS_DISPLACED}`,
    [today, until],
  )
  return rows
}

/**
 * Asks the people of these groups who had both agreed before `before`, once for each time: whoever was asked about the same
 * slot is not asked again, whatever has happened in between. Returns how many were asked.
 */
export async function askGroups(
  database: Database,
  groups: readonly (ComingGroup & { readonly before: Date })[],
  now: Date,
): Promise<number> {
  const { rowCount } = await database.query(ASK, [
    now,
    groups.map(({ officeId }) => officeId),
    groups.map(({ service }) => service),
    groups.map(({ date }) => date),
    groups.map(({ before }) => before.toISOString()),
  ])
  return rowCount ?? 0
}

// By this key the question is known again, by the slot too: another time is another question.
const KEY = (appointment: string, slot: string, role: string) =>
  `'still-coming:' || ${appointment} || ':' || ${slot} || ':' || ${role}`

const ASK = `
WITH due AS (
  SELECT * FROM unnest($2::text[], $3::text[], $4::date[], $5::timestamptz[]) AS d (office_id, service, date, before)
),
asked AS (
  INSERT INTO outbox_message (appointment_id, role, event, locale, due_at, dedupe, detail)
  SELECT a.id, p.role, 'still-coming', p.locale, $1, ${KEY('a.id', 'a.slot_id', 'p.role')},
    json_build_object('date', s.date::text, 'startTime', s.start_time)
  FROM due d JOIN slot s ON s.office_id = d.office_id AND s.date = d.date
  JOIN appointment a ON a.slot_id = s.id AND a.service = d.service AND a.status = 'confirmed'
    AND NOT ${IS_DISPLACED} AND d.before > ALL (SELECT COALESCE(o.agreed_at, a.created_at) FROM party o WHERE o.appointment_id = a.id)
  JOIN party p ON p.appointment_id = a.id
  ON CONFLICT (dedupe) WHERE dedupe IS NOT NULL DO NOTHING
  RETURNING appointment_id, role
)
UPDATE party p SET coming_asked_at = $1, coming_at = NULL
FROM asked WHERE p.appointment_id = asked.appointment_id AND p.role = asked.role`

/** Whether one of the people was asked about the present time of an appointment, and when they said yes. */
export async function readComing(
  database: Database,
  appointmentId: string,
  role: number,
): Promise<{ readonly isAsked: boolean; readonly comingAt: Date | null } | undefined> {
  const { rows } = await database.query<{ isAsked: boolean; comingAt: Date | null }>(
    `SELECT m.id IS NOT NULL AS "isAsked", CASE WHEN m.id IS NOT NULL THEN p.coming_at END AS "comingAt"
     FROM party p JOIN appointment a ON a.id = p.appointment_id
     LEFT JOIN outbox_message m ON m.dedupe = ${KEY('a.id', 'a.slot_id', 'p.role')}
     WHERE p.appointment_id = $1 AND p.role = $2`,
    [appointmentId, role],
  )
  return rows[0]
}

/** The first yes of somebody who was asked, while the appointment stands in this slot. */
export async function keepYes(
  client: PoolClient,
  { id, slotId }: { readonly id: string; readonly slotId: number },
  role: number,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE party p SET coming_at = $4 FROM appointment a
     WHERE a.id = $1 AND a.slot_id = $2 AND a.status = 'confirmed' AND p.appointment_id = a.id AND p.role = $3
       AND p.coming_at IS NULL`,
    [id, slotId, role, now],
  )
  return rowCount === 1
}

/** A couple of whom somebody has not said whether they come. */
export interface SilentAppointment {
  readonly code: AppointmentCode
  readonly service: Service
  readonly startTime: ClockTime
  /** Who has not answered. */
  readonly roles: readonly number[]
  readonly askedAt: Date
}

export async function readSilent(
  database: Database,
  officeId: string,
  date: CalendarDate,
): Promise<SilentAppointment[]> {
  const { rows } = await database.query<SilentAppointment>(
    `SELECT a.code, a.service, s.start_time AS "startTime", array_agg(p.role ORDER BY p.role) AS roles,
       min(p.coming_asked_at) AS "askedAt"
     FROM slot s JOIN appointment a ON a.slot_id = s.id AND a.status = 'confirmed'
     JOIN party p ON p.appointment_id = a.id AND p.coming_at IS NULL
     JOIN outbox_message m ON m.dedupe = ${KEY('a.id', 'a.slot_id', 'p.role')}
     WHERE s.office_id = $1 AND s.date = $2
     GROUP BY a.id, s.id ORDER BY s.start_time, a.code`,
    [officeId, date],
  )
  return rows
}
