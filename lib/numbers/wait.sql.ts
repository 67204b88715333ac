import type { Pool } from 'pg'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import { type AskedOffices, askedValues, KEY, PER_KEY, PLACES } from './asked.sql.ts'

export interface WaitNumbers {
  readonly key: string
  /** How many were called. */
  readonly called: number
  /** Minutes from the arrival, or from the appointed time of who came early, to the first call; null without any. */
  readonly waitMedian: number | null
  readonly waitLong: number | null
  /** How many were served to the end, and the minutes at the window without those put aside. */
  readonly served: number
  readonly handlingMedian: number | null
}

/** How long people waited and were served, from the steps of their tickets. */
export async function readWaits(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<WaitNumbers[]> {
  const minutes = (share: number, of: string) =>
    `percentile_cont(${share}) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM ${of})::float8 / 60)`
  const { rows } = await pool.query<WaitNumbers>(
    `WITH ${PLACES},
     visit AS MATERIALIZED (
       SELECT p.key, t.id, t.state, t.calls, t.called_at, t.ended_at - t.started_at AS span,
         GREATEST(t.created_at, (s.date + s.start_time::time) AT TIME ZONE 'Asia/Shanghai') AS due_at
       FROM place p JOIN ticket t ON t.office_id = p.office_id AND t.date BETWEEN $3 AND $4 AND t.state <> 'undone'
       LEFT JOIN appointment a ON a.id = t.appointment_id LEFT JOIN slot s ON s.id = a.slot_id
       WHERE t.calls > 0),
     -- PERF: who was called once has all times on the ticket; only the others have steps worth reading.
     step AS (
       SELECT e.ticket_id, e.event, e.state, e.at,
         lead(e.at) OVER (PARTITION BY e.ticket_id ORDER BY e.at, e.id) - e.at AS spent
       FROM visit v JOIN ticket_event e ON e.ticket_id = v.id WHERE v.calls > 1),
     timed AS (
       SELECT ticket_id, min(at) FILTER (WHERE event = 'call') AS called_at,
         COALESCE(sum(spent) FILTER (WHERE state = 'serving'), sum(spent) FILTER (WHERE state = 'called')) AS served
       FROM step GROUP BY ticket_id),
     p AS (
       SELECT v.key, GREATEST(COALESCE(t.called_at, v.called_at) - v.due_at, interval '0') AS wait,
         CASE WHEN v.state = 'done' THEN COALESCE(t.served, v.span) END AS handling
       FROM visit v LEFT JOIN timed t ON t.ticket_id = v.id)
     SELECT ${KEY}, count(p.wait)::int AS called, ${minutes(0.5, 'p.wait')} AS "waitMedian",
       ${minutes(0.9, 'p.wait')} AS "waitLong", count(p.handling)::int AS served,
       ${minutes(0.5, 'p.handling')} AS "handlingMedian"
     FROM p ${PER_KEY}`,
    askedValues(asked, period),
  )
  return rows
}
