import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, shanghaiToday } from '#lib/domain/clock.ts'

/** The window of a case at the office that accepted it. */
export interface SeatWindow {
  readonly caseId: string
  readonly officeId: string
  readonly from: CalendarDate
  /** Last day. */
  readonly until: CalendarDate
  readonly now: Date
}

// An office may open on a Saturday or Sunday, but no certificate is issued on a rest day (lib/domain/calendar.ts).
const ON_WORKDAY = `
  NOT EXISTS (SELECT FROM calendar_day d WHERE d.date = s.date AND d.kind = 'holiday')
  AND (extract(isodow FROM s.date) < 6 OR EXISTS (SELECT FROM calendar_day d WHERE d.date = s.date AND d.kind = 'makeup-workday'))`

const IN_WINDOW = `
  SELECT s.id, s.date, s.taken, s.capacity FROM slot s JOIN lane l ON l.id = s.lane_id
  WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND s.open AND 'DIVORCE_CERTIFICATE' = ANY(l.services) AND ${ON_WORKDAY}`

/** Whether a seat in slot `s` can be kept for case `c`: it lies ahead, in the window of an open case. */
export function isOfUse(today: string): string {
  return `c.status = 'open' AND s.open AND s.office_id = c.office_id AND s.date > ${today}
    AND s.date BETWEEN c.first_service_day AND c.cert_window_end AND ${ON_WORKDAY}`
}

/**
 * Takes a seat for a case in the least busy slot of its window, on a day after today where there is one: today's times may
 * be over. When every seat is gone one is added to the least busy
 * slot: a legal deadline is worth a busy hour. Undefined when the office has no slot for it at all.
 */
export async function takeSeatInWindow(
  client: PoolClient,
  { caseId, officeId, from, until, now }: SeatWindow,
): Promise<{ readonly slotId: number; readonly isAdded: boolean } | undefined> {
  const { rows } = await client.query<{ slotId: number; isAdded: boolean }>(
    `WITH chosen AS (
       SELECT id, taken >= capacity AS is_added FROM slot
       WHERE id = (SELECT id FROM (${IN_WINDOW}) w ORDER BY date <= $6, (taken >= capacity), taken::float / greatest(capacity, 1), id LIMIT 1)
       FOR NO KEY UPDATE),
     seat AS (
       UPDATE slot s SET taken = s.taken + 1, capacity = s.capacity + c.is_added::int FROM chosen c WHERE s.id = c.id)
     INSERT INTO kept_seat (case_id, slot_id, office_id, created_at) SELECT $4, id, $1, $5 FROM chosen
     RETURNING slot_id AS "slotId", (SELECT is_added FROM chosen) AS "isAdded"`,
    [officeId, from, until, caseId, now, shanghaiToday(now)],
  )
  return rows[0]
}

/** Gives the kept seat of a case back; undefined when none was kept. */
export async function dropKeptSeat(client: PoolClient, caseId: string): Promise<number | undefined> {
  const { rows } = await client.query<{ slot_id: number }>(
    `WITH locked AS MATERIALIZED (
       SELECT s.id FROM slot s WHERE s.id = (SELECT slot_id FROM kept_seat WHERE case_id = $1) FOR NO KEY UPDATE),
     gone AS (DELETE FROM kept_seat k USING locked WHERE k.case_id = $1 AND k.slot_id = locked.id RETURNING k.slot_id),
     freed AS (UPDATE slot s SET taken = s.taken - 1 FROM gone WHERE s.id = gone.slot_id)
     SELECT slot_id FROM gone`,
    [caseId],
  )
  return rows[0]?.slot_id
}

/**
 * Open cases whose window goes on but that have neither a visit nor a kept seat that still lies ahead; all, or the one
 * that is named.
 */
export async function findCasesWithoutSeat(
  database: Pool | PoolClient,
  today: CalendarDate,
  caseId?: string,
): Promise<Omit<SeatWindow, 'now'>[]> {
  const { rows } = await database.query<Omit<SeatWindow, 'now'>>(
    `SELECT c.id AS "caseId", c.office_id AS "officeId",
       greatest(c.first_service_day, $1::date)::text AS "from",
       c.cert_window_end::text AS "until"
     FROM divorce_case c
     WHERE c.status = 'open' AND c.cert_window_end >= $1 AND ($2::uuid IS NULL OR c.id = $2)
       AND NOT EXISTS (SELECT FROM kept_seat k JOIN slot s ON s.id = k.slot_id
         WHERE k.case_id = c.id AND s.open AND s.date BETWEEN greatest(c.first_service_day, $1::date) AND c.cert_window_end)
       AND NOT EXISTS (SELECT FROM appointment a WHERE a.case_id = c.id AND a.status IN ('awaiting-partner', 'confirmed'))
     ORDER BY c.cert_window_end LIMIT 1000`,
    [today, caseId ?? null],
  )
  return rows
}

/** Cases that are closed but still have a seat. */
export async function findSeatsOfClosedCases(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT k.case_id AS id FROM kept_seat k JOIN divorce_case c ON c.id = k.case_id WHERE c.status <> 'open' LIMIT 1000`,
  )
  return rows.map(({ id }) => id)
}

/** The seat that an ended visit leaves, kept for its case without having been free in between; false where it is of no use. */
export async function turnIntoKeptSeat(
  client: PoolClient,
  visit: {
    readonly caseId: string
    readonly slotId: number
    readonly today: CalendarDate
    readonly now: Date
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO kept_seat (case_id, slot_id, office_id, created_at)
     SELECT c.id, s.id, s.office_id, $4 FROM divorce_case c JOIN slot s ON s.id = $2
     WHERE c.id = $1 AND ${isOfUse('$3::date')} ON CONFLICT (case_id) DO NOTHING`,
    [visit.caseId, visit.slotId, visit.today, visit.now],
  )
  return rowCount === 1
}

/** Locks an open case as it was read, so that its couple's wishes come one after the other; false when it has changed. */
export async function lockCase(
  client: PoolClient,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM divorce_case WHERE id = $1 AND version = $2 AND status = 'open' FOR UPDATE`,
    [id, version],
  )
  return rowCount === 1
}

/** The slot of the kept seat; nobody else changes it until this transaction is over. */
export async function lockKeptSeat(client: PoolClient, caseId: string): Promise<number | undefined> {
  const { rows } = await client.query<{ slotId: number }>(
    `SELECT slot_id AS "slotId" FROM kept_seat WHERE case_id = $1 FOR UPDATE`,
    [caseId],
  )
  return rows[0]?.slotId
}

/** Takes the row away and leaves the counters: the seat stays taken, by what the caller puts in its place. */
export async function removeKeptSeat(client: PoolClient, caseId: string): Promise<void> {
  await client.query('DELETE FROM kept_seat WHERE case_id = $1', [caseId])
}

/** Keeps a seat that the caller has counted as taken. */
export async function insertKeptSeat(
  client: PoolClient,
  seat: { readonly caseId: string; readonly slotId: number; readonly officeId: string; readonly now: Date },
): Promise<void> {
  await client.query(
    'INSERT INTO kept_seat (case_id, slot_id, office_id, created_at) VALUES ($1, $2, $3, $4)',
    [seat.caseId, seat.slotId, seat.officeId, seat.now],
  )
}

export async function readKeptSeat(
  database: Pool | PoolClient,
  caseId: string,
): Promise<{ slotId: number; date: CalendarDate; startTime: ClockTime } | undefined> {
  const { rows } = await database.query(
    `SELECT s.id AS "slotId", s.date::text AS date, s.start_time AS "startTime"
     FROM kept_seat k JOIN slot s ON s.id = k.slot_id WHERE k.case_id = $1`,
    [caseId],
  )
  return rows[0]
}
