import type { Pool } from 'pg'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import type { Problem } from '#lib/domain/problem.ts'
import { type AskedOffices, askedValues, BEFORE, PLACES, SINCE } from './asked.sql.ts'

/** What went wrong in a period, counted where it is on record. Words of people are not read. */
export async function readProblems(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<Problem[]> {
  const { rows } = await pool.query<Problem>(
    `WITH ${PLACES},
     visit AS MATERIALIZED (
       SELECT t.outcome_detail->>'rejection' AS rejection, t.materials->'missing' AS missing
       FROM place p JOIN ticket t ON t.office_id = p.office_id AND t.date BETWEEN $3 AND $4 AND t.state <> 'undone')
     SELECT 'refused' AS kind, c.detail AS code, sum(c.count)::int AS count
     FROM place p JOIN step_count c ON c.office_id = p.office_id AND c.day BETWEEN $3 AND $4 AND c.step = 'refused' GROUP BY 2
     UNION ALL
     SELECT 'ended', split_part(replace(a.end_reason, 'by-party: ', ''), ':', 1), count(*)::int
     FROM place p JOIN slot s ON s.office_id = p.office_id AND s.date BETWEEN $3 AND $4 JOIN appointment a ON a.slot_id = s.id
     WHERE a.status IN ('cancelled', 'declined', 'expired') AND a.end_reason IS NOT NULL GROUP BY 2
     UNION ALL
     SELECT 'rejected', rejection, count(*)::int FROM visit WHERE rejection IS NOT NULL GROUP BY 2
     UNION ALL
     SELECT 'missing', regexp_replace(key, '^[0-9]+:', ''), count(*)::int
     FROM visit, jsonb_array_elements_text(visit.missing) AS key GROUP BY 2
     UNION ALL
     SELECT 'low-rating', t.service, count(*)::int
     FROM place p JOIN rating r ON r.office_id = p.office_id AND r.rated_at >= ${SINCE} AND r.rated_at < ${BEFORE}
     JOIN ticket t ON t.id = r.ticket_id
     WHERE r.level <= 2 AND r.appeal_answer IS DISTINCT FROM 'upheld' GROUP BY 2`,
    askedValues(asked, period),
  )
  return rows
}

/** What papers are called that have these codes on a checklist. */
export async function namePapers(
  pool: Pool,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LocalizedText>> {
  const { rows } = await pool.query<{ code: string; name: LocalizedText }>(
    `SELECT DISTINCT ON (i.code) i.code, i.name FROM checklist_rule_set r JOIN checklist_item i ON i.rule_set_id = r.id
     WHERE i.code = ANY($1) ORDER BY i.code, r.valid_from DESC`,
    [codes],
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}
