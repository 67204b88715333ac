import type { Pool } from 'pg'

/** How much waits in the database, and for how long (seconds). */
export interface WaitingGauges {
  readonly holds: number
  readonly outboxDue: number
  readonly outboxOldest: number
  readonly jobsLate: number
}

/** What waits to be done. `jobsLate` is 0 where the timed work has not been set up. */
export async function readWaiting(pool: Pool, now: Date): Promise<WaitingGauges> {
  const { rows } = await pool.query<Omit<WaitingGauges, 'jobsLate'> & { hasJobs: boolean }>({
    name: 'waiting gauges',
    text: `SELECT (SELECT count(*) FROM slot_hold WHERE expires_at > $1)::int AS holds, due.count AS "outboxDue",
        due.oldest AS "outboxOldest", to_regclass('jobs.job') IS NOT NULL AS "hasJobs"
      FROM (SELECT count(*)::int AS count, COALESCE(EXTRACT(EPOCH FROM $1::timestamptz - min(due_at)), 0)::float8 AS oldest
        FROM outbox_message WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1) due`,
    values: [now],
  })
  const [row] = rows
  if (!row) throw new Error('the database counts nothing')
  const { hasJobs, ...waiting } = row
  return { ...waiting, jobsLate: hasJobs ? await readLateness(pool, now) : 0 }
}

async function readLateness(pool: Pool, now: Date): Promise<number> {
  const { rows } = await pool.query<{ late: number }>(
    `SELECT COALESCE(max(EXTRACT(EPOCH FROM $1::timestamptz - start_after)), 0)::float8 AS late
     FROM jobs.job WHERE state IN ('created', 'retry') AND start_after <= $1`,
    [now],
  )
  return rows[0]?.late ?? 0
}
