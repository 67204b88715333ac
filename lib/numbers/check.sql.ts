import { type DayPart, listOf, minutesOf } from './day-part.sql.ts'

/**
 * The pre-check (初审) of a visit, in whole minutes: at the window, without the time put aside, until the last look that left
 * no paper open, so that all were there or what is missing was told. Under the service whose papers they were. Who was not
 * at a window before, and looks from before it was put down how many papers were left, are not counted.
 */
export const CHECKS: DayPart = {
  counts: ['papersComplete'],
  spreads: ['checkMinutes'],
  sql: `SELECT v.office_id, v.date AS day, v.service, count(*) FILTER (WHERE v.missing = 0) AS papers_complete,
      ${listOf('v.minutes', 'true')} AS check_minutes
    FROM (
      WITH visit AS MATERIALIZED (
        SELECT t.office_id, t.date, t.id FROM place p JOIN ticket t ON t.office_id = p.office_id AND t.date = p.day
        WHERE t.state <> 'undone' AND t.materials IS NOT NULL),
      step AS (
        SELECT e.ticket_id, e.id, e.at, e.event, e.detail, e.at - lag(e.at) OVER own AS spent, lag(e.state) OVER own AS state
        FROM visit v JOIN ticket_event e ON e.ticket_id = v.id
        WINDOW own AS (PARTITION BY e.ticket_id ORDER BY e.at, e.id)),
      until AS (
        SELECT s.*, COALESCE(sum(spent) FILTER (WHERE state = 'serving') OVER own,
          sum(spent) FILTER (WHERE state = 'called') OVER own) AS span
        FROM step s WINDOW own AS (PARTITION BY ticket_id ORDER BY at, id)),
      look AS (
        SELECT DISTINCT ON (ticket_id) ticket_id, span, detail FROM until
        WHERE event = 'tick' AND (detail->>'left')::int = 0 ORDER BY ticket_id, at DESC, id DESC)
      SELECT v.office_id, v.date, l.detail->>'service' AS service, (l.detail->>'missing')::int AS missing,
        ${minutesOf('l.span')} AS minutes
      FROM visit v JOIN look l ON l.ticket_id = v.id WHERE l.span IS NOT NULL) v
    GROUP BY 1, 2, 3`,
}
