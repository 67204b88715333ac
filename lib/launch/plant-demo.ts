import { pool } from '#lib/db/pool.ts'

// Another process may start at the same moment on the same empty database.
const plantingLock = 7_270_740

/**
 * Plants the demo world when the database has no office yet; returns whether it did. A table without content marks
 * the time in between: where it is found, an earlier planting was killed half-way, and all it wrote is swept out.
 */
export async function plantDemo(plant: () => Promise<unknown>): Promise<boolean> {
  const client = await pool().connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [plantingLock])
    const { rows } = await client.query<{ unfinished: boolean }>(
      `SELECT to_regclass('demo_world_unfinished') IS NOT NULL AS unfinished`,
    )
    if (rows[0]?.unfinished) await client.query(sweep)
    const { rowCount } = await client.query('SELECT FROM office LIMIT 1')
    if (rowCount) return false
    await client.query('CREATE TABLE IF NOT EXISTS demo_world_unfinished ()')
    await plant()
    await client.query('DROP TABLE demo_world_unfinished')
    return true
  } finally {
    client.release(true)
  }
}

// Everything but the list of migrations and the mark itself.
const sweep = `
  DO $$ DECLARE tables text; BEGIN
    SELECT string_agg(quote_ident(tablename), ', ') INTO tables FROM pg_tables
     WHERE schemaname = current_schema() AND tablename NOT IN ('_prisma_migrations', 'demo_world_unfinished');
    EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY CASCADE';
  END $$`
