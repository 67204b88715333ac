import { type DayPart, listOf, minutesOf } from './day-part.sql.ts'

/**
 * How long people waited and were served, from the steps of their tickets, in whole minutes: from the arrival, or from the
 * appointed time of who came early, to the first call; and at the window without the time put aside.
 */
export const WAITS: DayPart = {
  counts: [],
  spreads: ['waitMinutes', 'handlingMinutes'],
  sql: `SELECT v.office_id, v.date AS day, v.service, ${listOf('v.wait', 'v.wait IS NOT NULL')} AS wait_minutes,
      ${listOf('v.handling', 'v.handling IS NOT NULL')} AS handling_minutes
    FROM (
      WITH visit AS MATERIALIZED (
        SELECT t.office_id, t.date, t.service, t.id, t.state, t.calls, t.called_at, t.ended_at - t.started_at AS span,
          GREATEST(t.created_at, (s.date + s.start_time::time) AT TIME ZONE 'Asia/Shanghai') AS due_at
        FROM place p JOIN ticket t ON t.office_id = p.office_id AND t.date = p.day
          AND t.state <> 'undone'
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
        FROM step GROUP BY ticket_id)
      SELECT v.office_id, v.date, v.service,
        ${minutesOf(`GREATEST(COALESCE(t.called_at, v.called_at) - v.due_at, interval '0')`)} AS wait,
        CASE WHEN v.state = 'done' THEN ${minutesOf('COALESCE(t.served, v.span)')} END AS handling
      FROM visit v LEFT JOIN timed t ON t.ticket_id = v.id) v
    GROUP BY 1, 2, 3`,
}
