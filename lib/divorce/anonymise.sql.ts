import type { Pool } from 'pg'

/**
 * Takes what is personal out of the next closed cases: what was sealed becomes empty, the blind index and the number of
 * the receipt become random ones, what was written at the end goes, and so do the messages; office, days and how it
 * ended stay for the statistics, and the record of acts stays whole. One statement, so each case is done as a whole or
 * not at all. Returns how many.
 */
export async function anonymiseCases(
  pool: Pool,
  wish: { readonly closedBefore: Date; readonly now: Date; readonly size: number },
): Promise<number> {
  const { rows } = await pool.query<{ done: number }>(ANONYMISE, [wish.closedBefore, wish.now, wish.size])
  return rows[0]?.done ?? 0
}

// Whose people are still known has not been done yet.
const ANONYMISE = `
WITH old AS MATERIALIZED (
  SELECT c.id, c.office_id FROM divorce_case c
  WHERE c.status <> 'open' AND c.closed_at < $1
    AND EXISTS (SELECT FROM divorce_party p WHERE p.case_id = c.id AND p.sealed <> '')
  ORDER BY c.id LIMIT $3 FOR UPDATE OF c
),
emptied AS (
  UPDATE divorce_case c SET receipt_number = gen_random_uuid()::text, close_detail = NULL, version = version + 1
  FROM old WHERE c.id = old.id
),
nobody AS (
  UPDATE divorce_party p SET sealed = '',
    person_index = sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
  FROM old WHERE p.case_id = old.id
),
messages AS (DELETE FROM outbox_message m USING old WHERE m.case_id = old.id),
entry AS (
  INSERT INTO audit_entry (at, actor_kind, act, subject_kind, subject_id, office_id)
  SELECT $2, 'system', 'case-anonymised', 'case', id::text, office_id FROM old
)
SELECT count(*)::int AS done FROM old`
