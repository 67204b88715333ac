import type { PoolClient } from 'pg'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { Displaced, FreeTime } from '#lib/domain/assign-seats.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ChangedState } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Queryable } from './plan.sql.ts'

/** A couple of a change, with its appointment as it stands. */
export interface ChangedCouple extends Displaced {
  readonly changeId: string
  readonly officeId: string
  readonly status: AppointmentStatus
  readonly slotId: number
  readonly previousSlotId: number | undefined
  readonly fromSlotId: number
  /** The seat that is kept for them. */
  readonly keptSlotId: number | undefined
  readonly caseId: string | undefined
  readonly heldUntil: Date | undefined
  readonly parties: readonly { readonly role: number; readonly locale: Locale }[]
}

/** SQL: couples of changes, `d`. */
export const COUPLE = `
SELECT d.change_id AS "changeId", a.id AS "appointmentId", a.office_id AS "officeId", a.service, a.pool, a.status, a.slot_id AS "slotId", a.previous_slot_id AS "previousSlotId",
  a.case_id AS "caseId", a.held_until AS "heldUntil", d.from_slot_id AS "fromSlotId", d.slot_id AS "keptSlotId", s.date::text AS date, s.start_time AS "startTime",
  CASE WHEN c.id IS NOT NULL THEN json_build_object('from', c.first_service_day, 'until', c.cert_window_end) END AS within,
  (SELECT json_agg(json_build_object('role', p.role, 'locale', p.locale) ORDER BY p.role) FROM party p
    WHERE p.appointment_id = a.id) AS parties
FROM changed_appointment d JOIN appointment a ON a.id = d.appointment_id JOIN slot s ON s.id = d.from_slot_id
LEFT JOIN divorce_case c ON c.id = a.case_id`

/** The next ones of a change who are not dealt with, those bound by law first or alone. */
export async function lockWaiting(
  client: PoolClient,
  changeId: string,
  { most, onlyLegal }: { readonly most: number; readonly onlyLegal: boolean },
): Promise<ChangedCouple[]> {
  const { rows } = await client.query(
    `${COUPLE} WHERE d.change_id = $1 AND d.state = 'waiting' AND (NOT $3 OR d.latest IS NOT NULL) ORDER BY d.position LIMIT $2`,
    [changeId, most, onlyLegal],
  )
  return rows.map(coupleOf)
}

/** An offer that is over, and the day whose time it was made for. */
interface OfferToSettle {
  readonly changeId: string
  readonly appointmentId: string
  readonly officeId: string
  readonly date: CalendarDate
}

/** Offers that are over: nobody answered in time, or the appointment is another one by now. */
export async function readOffersToSettle(
  queryable: Queryable,
  now: Date,
  changeId?: string,
): Promise<OfferToSettle[]> {
  const { rows } = await queryable.query<OfferToSettle>(
    `SELECT d.change_id AS "changeId", d.appointment_id AS "appointmentId", a.office_id AS "officeId", f.date::text AS date
     FROM changed_appointment d JOIN appointment a ON a.id = d.appointment_id JOIN slot f ON f.id = d.from_slot_id
     WHERE d.state = 'offered' AND ($2::uuid IS NULL OR d.change_id = $2) AND (d.answer_by <= $1
       OR a.status NOT IN ('awaiting-partner', 'confirmed') OR d.from_slot_id NOT IN (a.slot_id, COALESCE(a.previous_slot_id, a.slot_id)))
     ORDER BY d.answer_by, d.position LIMIT 500`,
    [now, changeId ?? null],
  )
  return rows
}

/** One couple to whom a seat is offered; undefined when that is over. */
export async function readOffered(
  queryable: Queryable,
  changeId: string,
  appointmentId: string,
): Promise<ChangedCouple | undefined> {
  const { rows } = await queryable.query(
    `${COUPLE} WHERE d.change_id = $1 AND d.appointment_id = $2 AND d.state = 'offered'`,
    [changeId, appointmentId],
  )
  return rows.map(coupleOf)[0]
}

/** A row of `COUPLE`. */
export function coupleOf(row: Record<string, unknown>): ChangedCouple {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as unknown as ChangedCouple
}

/** What an office still has from a day on: every open time, also the full ones. */
export async function readTimes(
  queryable: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate },
): Promise<Omit<FreeTime, 'isWorkday'>[]> {
  const { rows } = await queryable.query<TimeRow>(
    `SELECT s.id AS "slotId", s.lane_id AS "laneId", s.end_time AS "endTime", s.limited, l.services, s.date::text AS date, s.start_time AS "startTime", s.capacity - s.taken AS free,
       s.public_capacity - s.public_taken AS "publicFree"
     FROM slot s JOIN lane l ON l.id = s.lane_id
     WHERE s.office_id = $1 AND s.date >= $2 AND s.open AND s.capacity > 0
       AND NOT EXISTS (SELECT FROM closure c WHERE c.office_id = s.office_id AND (c.lane_id IS NULL OR c.lane_id = s.lane_id)
         AND s.date BETWEEN c."from" AND c.until)
     ORDER BY s.date, s.start_time, s.id`,
    [wish.officeId, wish.from],
  )
  return rows.map(({ laneId, endTime, limited, ...time }) =>
    limited ? { ...time, limit: { laneId, endTime } } : time,
  )
}

interface TimeRow extends Omit<FreeTime, 'isWorkday' | 'limit'>, NonNullable<FreeTime['limit']> {
  readonly limited: boolean
}

/** The days from one on for which a quota counts at an office, in order. */
export async function readLimitedDays(
  queryable: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate },
): Promise<CalendarDate[]> {
  const { rows } = await queryable.query<{ date: CalendarDate }>(
    `SELECT DISTINCT date::text AS date FROM slot WHERE office_id = $1 AND date >= $2 AND limited AND open ORDER BY 1`,
    [wish.officeId, wish.from],
  )
  return rows.map(({ date }) => date)
}

/** Seats of one slot that are taken for couples of a change. */
export interface SeatsWanted {
  readonly slotId: number
  readonly seats: number
  readonly publicSeats: number
  /** Beyond what it has: only for those whom the law leaves no other day. */
  readonly added: number
}

/** Takes the seats where all of them are still there; tells in which slots. Their slots are locked. */
export async function takeSeats(client: PoolClient, wanted: readonly SeatsWanted[]): Promise<Set<number>> {
  const { rows } = await client.query<{ id: number }>(
    `UPDATE slot s SET taken = s.taken + w.seats, public_taken = s.public_taken + w."publicSeats", capacity = s.capacity + w.added
     FROM json_to_recordset($1::json) AS w ("slotId" int, seats int, "publicSeats" int, added int)
     WHERE s.id = w."slotId" AND s.open AND s.taken + w.seats <= s.capacity + w.added
       AND s.public_taken + w."publicSeats" <= s.public_capacity
     RETURNING s.id`,
    [JSON.stringify(wanted)],
  )
  return new Set(rows.map(({ id }) => id))
}

/** How a change ended, or went on, for some couples. */
export async function markCouples(
  client: PoolClient,
  changeId: string,
  marks: readonly {
    readonly appointmentId: string
    readonly state: ChangedState
    readonly slotId?: number | undefined
    readonly answerBy?: Date | undefined
  }[],
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE changed_appointment d SET state = m.state, slot_id = m."slotId", answer_by = COALESCE(m."answerBy", d.answer_by),
       settled_at = CASE WHEN m.state NOT IN ('offered', 'waiting', 'unmovable') THEN $3::timestamptz END
     FROM json_to_recordset($2::json) AS m ("appointmentId" uuid, state text, "slotId" int, "answerBy" timestamptz)
     WHERE d.change_id = $1 AND d.appointment_id = m."appointmentId"`,
    [changeId, JSON.stringify(marks), now],
  )
}

/** Puts an appointment into the seat that was kept for it; false when it has moved on since it was read. */
export async function putInto(
  client: PoolClient,
  couple: Pick<ChangedCouple, 'appointmentId' | 'status' | 'slotId' | 'fromSlotId'>,
  slotId: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE appointment SET slot_id = $4, move_count = move_count + 1
     WHERE id = $1 AND status = $2 AND slot_id = $3 AND previous_slot_id IS NULL`,
    [couple.appointmentId, couple.status, couple.fromSlotId, slotId],
  )
  return rowCount === 1
}

/** Their booking stays good on any working day of these. */
export async function insertPass(
  client: PoolClient,
  pass: {
    readonly appointmentId: string
    readonly changeId: string
    readonly officeId: string
    readonly from: CalendarDate
    readonly until: CalendarDate
  },
): Promise<void> {
  await client.query(
    `INSERT INTO open_pass (appointment_id, change_id, office_id, "from", until) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (appointment_id) DO UPDATE SET change_id = excluded.change_id, "from" = excluded."from", until = excluded.until`,
    [pass.appointmentId, pass.changeId, pass.officeId, pass.from, pass.until],
  )
}

/** The change whose offer waits for the people of an appointment. */
export async function findOpenOffer(
  queryable: Queryable,
  appointmentId: string,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ changeId: string }>(
    `SELECT change_id AS "changeId" FROM changed_appointment WHERE appointment_id = $1 AND state = 'offered'`,
    [appointmentId],
  )
  return rows[0]?.changeId
}

/** Locks slots in the order every statement of the house keeps: slots by id, then appointments. */
export async function lockSeats(client: PoolClient, slotIds: readonly number[]): Promise<void> {
  await client.query('SELECT FROM slot WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE', [slotIds])
}

/** Of the two times of a wish one is left, and holds; false when the appointment has moved on since it was read. */
export async function settleOn(
  client: PoolClient,
  couple: Pick<ChangedCouple, 'appointmentId' | 'slotId' | 'previousSlotId'>,
  slotId: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE appointment SET status = 'confirmed', slot_id = $4, previous_slot_id = NULL, held_until = NULL, partner_code_hash = NULL
     WHERE id = $1 AND status = 'awaiting-partner' AND slot_id = $2 AND previous_slot_id = $3`,
    [couple.appointmentId, couple.slotId, couple.previousSlotId, slotId],
  )
  return rowCount === 1
}
