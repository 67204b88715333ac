import type { PoolClient } from 'pg'
import { Pool } from 'pg'
import type { Migration } from './migration-files.ts'
import { asMigrationList, listMigrations } from './migration-files.ts'
import { createSchemaEngine } from './schema-engine.ts'

// Any number will do; it must not be Prisma's own (72707369), which the engine may take on another connection.
const migrationLock = 7_270_737

type AppliedRow = { migration_name: string; checksum: string; finished: boolean }

/**
 * Brings a database up to the committed migrations and returns the names of those it applied. Several processes may
 * start at once: one migrates, the others wait for it. Throws with a sentence when an applied migration was edited
 * afterwards or a migration fails; a failed migration leaves nothing behind.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const pool = new Pool({ connectionString: databaseUrl, max: 3 })
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    return await applyPending(pool, client)
  } finally {
    client.release(true)
    await pool.end()
  }
}

async function applyPending(pool: Pool, client: PoolClient): Promise<string[]> {
  const migrations = await listMigrations()
  const applied = await readApplied(client)
  refuseEdited(migrations, applied)
  const finished = new Set(applied.filter((row) => row.finished).map((row) => row.migration_name))
  if (migrations.every(({ name }) => finished.has(name))) return []

  const engine = await createSchemaEngine(pool)
  // A row without an end is a process that was killed, or a script that failed, on its way: as a script is one
  // transaction, nothing of it is in the database and it may simply be tried again.
  for (const row of applied.filter((row) => !row.finished)) {
    await engine.markMigrationRolledBack({ migrationName: row.migration_name })
  }
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: asMigrationList(migrations),
    filters: { externalTables: [], externalEnums: [] },
  })
  return appliedMigrationNames
}

async function readApplied(client: PoolClient): Promise<AppliedRow[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  )
  if (!rows[0]?.exists) return []
  const result = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return result.rows
}

function refuseEdited(migrations: Migration[], applied: AppliedRow[]): void {
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  const edited = applied.find(
    (row) =>
      row.finished && checksums.has(row.migration_name) && checksums.get(row.migration_name) !== row.checksum,
  )
  if (!edited) return
  throw new Error(
    `The migration ${edited.migration_name} was changed after this database had applied it. ` +
      'Put the file back as it was and write a new migration, or start with an empty database.',
  )
}
