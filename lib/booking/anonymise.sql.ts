import type { Pool } from 'pg'
import type { Horizon } from '#lib/domain/retention.ts'

/**
 * Takes what is personal out of the next old appointments: names, numbers and words become empty, the blind index
 * becomes a random one, so that nothing leads back to anybody; office, service, time and status stay for the statistics.
 * One statement, so each appointment is done as a whole or not at all. Returns the last id it has looked at, undefined
 * when there are no more; `after` is that of the batch before.
 */
export async function anonymiseBatch(
  pool: Pool,
  wish: {
    readonly before: Horizon
    readonly after: string | undefined
    readonly now: Date
    readonly size: number
  },
): Promise<{ readonly last: string | undefined; readonly done: number }> {
  const { before, after, now, size } = wish
  const { rows } = await pool.query<{ last: string | null; done: number }>(ANONYMISE, [
    before.day,
    before.at,
    after ?? '00000000-0000-0000-0000-000000000000',
    now,
    size,
  ])
  return { last: rows[0]?.last ?? undefined, done: rows[0]?.done ?? 0 }
}

const RANDOM_32 = 'sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))'

// A status that still waits is left to settle-overdue.
const ANONYMISE = `
WITH old AS MATERIALIZED (
  SELECT a.id, a.office_id FROM appointment a JOIN slot s ON s.id = a.slot_id
  WHERE a.id > $3 AND a.anonymised_at IS NULL AND a.status <> 'awaiting-partner'
    AND s.date < $1::date AND (a.ended_at IS NULL OR a.ended_at < $2)
  ORDER BY a.id LIMIT $5 FOR UPDATE OF a
),
emptied AS (
  UPDATE appointment a SET anonymised_at = $4, end_reason = NULL, partner_code_hash = NULL FROM old WHERE a.id = old.id
),
nobody AS (
  UPDATE party p SET person_index = ${RANDOM_32}, sealed = '', care = NULL FROM old WHERE p.appointment_id = old.id
),
unsaid AS (
  UPDATE correction_request c SET sealed = '' FROM old WHERE c.appointment_id = old.id
),
came AS (
  UPDATE no_show n SET person_index = ${RANDOM_32} FROM old WHERE n.appointment_id = old.id
),
entry AS (
  INSERT INTO audit_entry (at, actor_kind, act, subject_kind, subject_id, office_id)
  SELECT $4, 'system', 'appointment-anonymised', 'appointment', id::text, office_id FROM old
)
SELECT (SELECT id FROM old ORDER BY id DESC LIMIT 1)::text AS last, (SELECT count(*)::int FROM old) AS done`

/**
 * Deletes what lies beside the appointments and has grown old, some thousand rows a statement. Every one of these can be
 * repeated, and what one night does not finish the next one does.
 */
export async function deleteBatch(
  pool: Pool,
  what: keyof typeof LEFTOVERS,
  before: Horizon,
  size: number,
): Promise<number> {
  const { rowCount } = await pool.query(LEFTOVERS[what], [
    LEFTOVERS_BY_DAY.has(what) ? before.day : before.at,
    size,
  ])
  return rowCount ?? 0
}

/** Deletes the couples that no longer wait, with their wishes and messages; returns how many there were. */
export async function deleteWaits(pool: Pool, before: Horizon, size: number): Promise<number> {
  const { rows } = await pool.query<{ done: number }>(DELETE_WAITS, [before.at, before.day, size])
  return rows[0]?.done ?? 0
}

const LEFTOVERS_BY_DAY: ReadonlySet<string> = new Set(['no_show'])

const LEFTOVERS = {
  // What was really sent to whom, in the demo.
  demo_letter: chunk('demo_letter', 'created_at < $1'),
  // Of appointments that are nobody's any more, and what belonged to none.
  outbox_message: chunk(
    'outbox_message',
    `due_at < $1 AND (num_nonnulls(appointment_id, entry_id, case_id) = 0
       OR EXISTS (SELECT FROM appointment a WHERE a.id = t.appointment_id AND a.anonymised_at IS NOT NULL))`,
  ),
  webhook_delivery: chunk('webhook_delivery', 'at < $1'),
  write_result: chunk('write_result', 'created_at < $1'),
  no_show: chunk('no_show', 'date < $1::date'),
  one_time_code: chunk('one_time_code', 'expires_at < $1'),
  person_session: chunk('person_session', 'COALESCE(ended_at, last_seen_at) < $1'),
  // Of whom nothing is left but the name.
  person: chunk(
    'person',
    `created_at < $1 AND NOT EXISTS (SELECT FROM person_session s WHERE s.person_id = t.id)
       AND ${nothingElse('t.person_index')}
       AND NOT EXISTS (SELECT FROM waiting_entry w WHERE w.person_id = t.id)`,
  ),
  contact: chunk(
    'contact',
    `updated_at < $1 AND NOT EXISTS (SELECT FROM person p WHERE p.person_index = t.person_index)
       AND ${nothingElse('t.person_index')}`,
  ),
} as const

function nothingElse(index: string): string {
  return `NOT EXISTS (SELECT FROM party p WHERE p.person_index = ${index})
       AND NOT EXISTS (SELECT FROM waiting_party w WHERE w.person_index = ${index})
       AND NOT EXISTS (SELECT FROM divorce_party d WHERE d.person_index = ${index})
       AND NOT EXISTS (SELECT FROM no_show n WHERE n.person_index = ${index})`
}

function chunk(table: string, isOld: string): string {
  return `DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM ${table} t WHERE ${isOld} LIMIT $2)`
}

const DELETE_WAITS = `
WITH old AS MATERIALIZED (
  SELECT id FROM waiting_entry e
  WHERE COALESCE(e.ended_at, e.created_at) < $1
    AND NOT EXISTS (SELECT FROM waiting_wish w WHERE w.entry_id = e.id AND w."until" >= $2::date)
    AND NOT EXISTS (SELECT FROM returned_seat r WHERE r.entry_id = e.id)
  LIMIT $3
),
wishes AS (DELETE FROM waiting_wish w USING old WHERE w.entry_id = old.id),
people AS (DELETE FROM waiting_party p USING old WHERE p.entry_id = old.id),
messages AS (DELETE FROM outbox_message m WHERE m.entry_id IN (SELECT id FROM old)),
gone AS (DELETE FROM waiting_entry e USING old WHERE e.id = old.id)
SELECT count(*)::int AS done FROM old`
