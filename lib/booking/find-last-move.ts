import type { Pool } from '#lib/db/pool.ts'

/** How a wish for another time ended last. */
export interface LastMove {
  readonly act: 'move-asked' | 'move-agreed' | 'move-declined' | 'move-lapsed' | 'move-taken-back'
  /** Whose act it was; absent when time ran out. */
  readonly by: number | null
}

/** The last thing that happened to a wish for another time, so that both can be told; undefined when there was none. */
export async function findLastMove(pool: Pool, appointmentId: string): Promise<LastMove | undefined> {
  const { rows } = await pool.query<LastMove>(
    `SELECT act, (detail->>'by')::int AS by FROM audit_entry
     WHERE subject_id = $1 AND act IN ('move-asked', 'move-agreed', 'move-declined', 'move-lapsed', 'move-taken-back')
     ORDER BY id DESC LIMIT 1`,
    [appointmentId],
  )
  return rows[0]
}
