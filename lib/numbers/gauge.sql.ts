import type { Pool } from 'pg'

/** How much waits in the database, and for how long (seconds). */
export interface WaitingGauges {
  readonly holds: number
  readonly outboxDue: number
  readonly outboxOldest: number
}

/** What waits to be done. How late timed work is tells the process that does it: its tables are not ours to read. */
export async function readWaiting(pool: Pool, now: Date): Promise<WaitingGauges> {
  const { rows } = await pool.query<WaitingGauges>({
    name: 'waiting gauges',
    text: `SELECT (SELECT count(*) FROM slot_hold WHERE expires_at > $1)::int AS holds, due.count AS "outboxDue",
        due.oldest AS "outboxOldest"
      FROM (SELECT count(*)::int AS count, COALESCE(EXTRACT(EPOCH FROM $1::timestamptz - min(due_at)), 0)::float8 AS oldest
        FROM outbox_message WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1) due`,
    values: [now],
  })
  const [row] = rows
  if (!row) throw new Error('the database counts nothing')
  return row
}
