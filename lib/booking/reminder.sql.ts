import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { IS_DISPLACED } from './displaced.sql.ts'

type Database = Pool | PoolClient

interface Standing {
  readonly appointmentId: string
  readonly slotId: number
}

export interface Reminder extends Standing {
  readonly role: number
  readonly event: 'partner-reminder' | 'partner-silent' | 'day-before'
  readonly dueAt: Date
}

/** Appointments that wait for somebody's word and have no reminder for their present time yet. */
export async function readWaiting(
  database: Database,
  now: Date,
): Promise<(Standing & { readonly heldUntil: Date; readonly askedRole: number })[]> {
  const { rows } = await database.query(
    `SELECT a.id AS "appointmentId", a.slot_id AS "slotId", a.held_until AS "heldUntil", a.asked_role AS "askedRole"
     FROM appointment a
     WHERE a.status = 'awaiting-partner' AND a.held_until > $1
       AND NOT EXISTS (SELECT FROM outbox_message m WHERE m.dedupe = ${keyOf("'partner-reminder'", 'a.asked_role')})`,
    [now],
  )
  return rows
}

/** Who comes on a day, both agreed before `before`, and has no reminder of it yet. */
export async function readConfirmedOn(
  database: Database,
  date: CalendarDate,
  before: Date,
): Promise<(Standing & { readonly role: number })[]> {
  const { rows } = await database.query(
    `SELECT a.id AS "appointmentId", a.slot_id AS "slotId", p.role
     FROM slot s JOIN appointment a ON a.slot_id = s.id AND a.status = 'confirmed'
     JOIN party p ON p.appointment_id = a.id
     WHERE s.date = $1 AND s.taken > 0 AND NOT ${IS_DISPLACED}
       AND $2 > ALL (SELECT COALESCE(o.agreed_at, a.created_at) FROM party o WHERE o.appointment_id = a.id)
       AND NOT EXISTS (SELECT FROM outbox_message m WHERE m.dedupe = ${keyOf("'day-before'", 'p.role')})`,
    [date, before],
  )
  return rows
}

/** Leaves reminders to be sent, those that are there already excepted, and those whose appointment has moved on. */
export async function leaveReminders(database: Database, reminders: readonly Reminder[]): Promise<number> {
  if (reminders.length === 0) return 0
  const { rowCount } = await database.query(LEAVE, [JSON.stringify(reminders)])
  return rowCount ?? 0
}

const LEAVE = `
INSERT INTO outbox_message (appointment_id, role, event, locale, due_at, dedupe, detail)
SELECT a.id, p.role, r.event, p.locale, r."dueAt", ${keyOf('r.event', 'p.role')},
  json_build_object('date', s.date::text, 'startTime', s.start_time)
FROM json_to_recordset($1::json) AS r ("appointmentId" uuid, "slotId" int, role int, event text, "dueAt" timestamptz)
JOIN appointment a ON a.id = r."appointmentId" AND a.slot_id = r."slotId"
  AND a.status = CASE r.event WHEN 'day-before' THEN 'confirmed' ELSE 'awaiting-partner' END
JOIN slot s ON s.id = a.slot_id
JOIN party p ON p.appointment_id = a.id AND p.role = r.role
ON CONFLICT (dedupe) WHERE dedupe IS NOT NULL DO NOTHING`

// Another time is another reminder: the slot is part of the key.
function keyOf(event: string, role: string): string {
  return `${event} || ':' || a.id || ':' || a.slot_id || ':' || ${role}`
}
