import type { Pool } from '#lib/db/pool.ts'

/**
 * Notes that nothing arrives at the contact somebody has chosen; kept until they choose another. False when there is no
 * contact, or it was known to be dead: then no other way remains.
 */
export async function markContactDead(pool: Pool, personIndex: Uint8Array, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE contact SET dead_since = $2 WHERE person_index = $1 AND dead_since IS NULL',
    [personIndex, now],
  )
  return (rowCount ?? 0) > 0
}
