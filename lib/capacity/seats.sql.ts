import { type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import type { SeatTaken } from '#lib/domain/change-picture.ts'
import type { Days, Queryable } from './plan.sql.ts'

/** Every seat that somebody has in an office on these days; of a case with the last day the law leaves it. */
export async function readSeats(queryable: Queryable, officeId: string, days: Days): Promise<SeatTaken[]> {
  const dates = daysFrom(days.from, days.until)
  const { rows } = await queryable.query<SeatRow>(OF_ONE, [dates, officeId])
  return rows.map(seatOf)
}

/** The same of all offices by their ids, on some days. */
export async function readAllSeats(
  queryable: Queryable,
  dates: readonly CalendarDate[],
): Promise<Map<string, SeatTaken[]>> {
  const { rows } = await queryable.query<SeatRow>(OF_ALL, [dates])
  const seats = new Map<string, SeatTaken[]>()
  for (const row of rows) {
    const own = seats.get(row.officeId) ?? []
    if (own.length === 0) seats.set(row.officeId, own)
    own.push(seatOf(row))
  }
  return seats
}

type SeatRow = SeatTaken & { readonly officeId: string; readonly latest: SeatTaken['latest'] | null }

function seatOf({ officeId, ...row }: SeatRow): SeatTaken {
  return { ...row, latest: row.latest ?? undefined }
}

// The old time of a move comes first: until the other agrees it is the one that holds.
const SEATS = (own: (row: string) => string) => `
SELECT s.office_id AS "officeId", s.id AS "slotId", s.lane_id AS "laneId", s.date::text AS date, s.start_time AS "startTime",
  t.kind, t.id, t.service, t.at AS "bookedAt", t.latest, CASE WHEN t.kind = 'appointment' THEN EXISTS (
    SELECT FROM changed_appointment d WHERE d.appointment_id = t.id::uuid AND d.from_slot_id = s.id
      AND d.state IN ('waiting', 'offered', 'unmovable', 'stands')) ELSE false END AS "isInHand"
FROM slot s JOIN (
  SELECT COALESCE(a.previous_slot_id, a.slot_id) AS slot_id, 'appointment' AS kind, a.id::text AS id, a.service,
    a.created_at AS at, c.cert_window_end::text AS latest, 0 AS turn
  FROM appointment a LEFT JOIN divorce_case c ON c.id = a.case_id
  WHERE ${own('a')} AND a.status IN ('awaiting-partner', 'confirmed')
  UNION ALL
  SELECT a.slot_id, 'appointment', a.id::text, a.service, a.created_at, c.cert_window_end::text, 1
  FROM appointment a LEFT JOIN divorce_case c ON c.id = a.case_id
  WHERE ${own('a')} AND a.status = 'awaiting-partner' AND a.previous_slot_id IS NOT NULL
  UNION ALL
  SELECT k.slot_id, 'kept', k.case_id::text, 'DIVORCE_CERTIFICATE', k.created_at, c.cert_window_end::text, 0
  FROM kept_seat k JOIN divorce_case c ON c.id = k.case_id WHERE ${own('k')}
  UNION ALL
  SELECT h.slot_id, 'held', h.id::text, h.service, h.created_at, NULL, 0 FROM slot_hold h WHERE ${own('h')}
  UNION ALL
  SELECT r.slot_id, 'returned', r.id::text, l.services[1], r.created_at, NULL, 0
  FROM returned_seat r JOIN slot o ON o.id = r.slot_id JOIN lane l ON l.id = o.lane_id WHERE ${own('r')}
  UNION ALL
  SELECT d.slot_id, 'held', d.appointment_id::text, a.service, a.created_at, NULL, 0
  FROM changed_appointment d JOIN appointment a ON a.id = d.appointment_id
  WHERE d.state = 'offered' AND ${own('a')}
) t ON t.slot_id = s.id
WHERE ${own('s')} AND s.date = ANY($1::date[])
ORDER BY t.turn, s.id, t.at, t.id`

const OF_ONE = SEATS((row) => `${row}.office_id = $2`)
const OF_ALL = SEATS(() => 'TRUE')

/** How the people of an appointment can be reached. */
export interface Reach {
  readonly appointmentId: string
  readonly role: number
  readonly sealed: Buffer
  readonly personIndex: Buffer
  /** Their own choice, where they made one, and whether nothing arrives there. */
  readonly contact: Buffer | null
  readonly dead: boolean
}

export async function readReach(queryable: Queryable, appointmentIds: readonly string[]): Promise<Reach[]> {
  const { rows } = await queryable.query<Reach>(
    `SELECT p.appointment_id AS "appointmentId", p.role, p.sealed, p.person_index AS "personIndex", c.sealed AS contact,
       c.dead_since IS NOT NULL AS dead
     FROM party p LEFT JOIN contact c ON c.person_index = p.person_index
     WHERE p.appointment_id = ANY($1::uuid[])`,
    [appointmentIds],
  )
  return rows
}
