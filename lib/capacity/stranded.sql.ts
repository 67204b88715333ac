import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Queryable } from './plan.sql.ts'

/** A couple whose time is there no more, though nobody has dealt with them. */
export interface StrandedCouple {
  readonly appointmentId: string
  readonly slotId: number
  readonly service: Service
  readonly latest: CalendarDate | undefined
}

/** The days after one on which somebody is stranded, with their offices. */
export async function listStrandedDays(
  queryable: Queryable,
  after: CalendarDate,
): Promise<{ readonly officeId: string; readonly date: CalendarDate }[]> {
  const { rows } = await queryable.query(
    `SELECT DISTINCT s.office_id AS "officeId", s.date::text AS date FROM ${STRANDED} AND s.date > $1 ORDER BY 2, 1`,
    [after],
  )
  return rows
}

/** Who is stranded at an office on a day: those bound by law first, then by time. */
export async function readStranded(
  queryable: Queryable,
  { officeId, date }: { readonly officeId: string; readonly date: CalendarDate },
): Promise<StrandedCouple[]> {
  const { rows } = await queryable.query<StrandedCouple & { latest: CalendarDate | null }>(
    `SELECT a.id AS "appointmentId", s.id AS "slotId", a.service, c.cert_window_end::text AS latest
     FROM ${STRANDED} AND s.office_id = $1 AND s.date = $2
     ORDER BY c.cert_window_end IS NULL, s.start_time, a.created_at, a.id`,
    [officeId, date],
  )
  return rows.map((row) => ({ ...row, latest: row.latest ?? undefined }))
}

// Whom a change has dealt with stands in its list. What it promised to keep it cannot keep once the day has become one of
// rest, or the office is no more.
const DEALT_WITH = `EXISTS (
  SELECT FROM changed_appointment d JOIN capacity_change x ON x.id = d.change_id
  WHERE d.appointment_id = a.id AND d.from_slot_id = s.id AND NOT (d.state = 'kept' AND (
    EXISTS (SELECT FROM office o WHERE o.id = s.office_id AND o.closed_on <= s.date)
    OR EXISTS (SELECT FROM calendar_import i CROSS JOIN jsonb_to_recordset(i.changes) AS n ("date" date, "from" text, "to" text)
      WHERE i.imported_at > x.made_at AND n."date" = s.date
        AND (n."to" = 'holiday' OR (n."from" = 'makeup-workday' AND n."to" = 'ordinary'))))))`

// The old time of a move is the one that holds until the other agrees.
const STRANDED = `slot s
JOIN appointment a ON a.previous_slot_id = s.id OR (a.slot_id = s.id AND a.previous_slot_id IS NULL)
LEFT JOIN divorce_case c ON c.id = a.case_id
WHERE NOT s.open AND a.status IN ('awaiting-partner', 'confirmed')
  AND NOT ${DEALT_WITH}
  AND NOT EXISTS (SELECT FROM open_pass p WHERE p.appointment_id = a.id)`
