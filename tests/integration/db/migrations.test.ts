import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '#lib/db/migrate.ts'
import { listMigrations, readSchema, readSnapshot } from '#lib/db/migration-files.ts'
import { schemaDifference } from '#lib/db/schema-difference.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool, url } = await openTestDatabase()

// A second database, made straight from the schema: what the migrations must have led to.
const drawn = `${url.slice(url.lastIndexOf('/') + 1)}_drawn`
await pool.query(`CREATE DATABASE ${drawn}`)
const client = new Client({ connectionString: url.replace(/[^/]*$/, drawn) })
client.on('error', () => {})
await client.connect()
await client.query((await schemaDifference(undefined, await readSchema())) ?? '')
afterAll(() => client.end())

const columns = `
  SELECT table_name, column_name, udt_name, character_maximum_length, datetime_precision, is_nullable, column_default
    FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`

const guards = `
  SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) AS guard FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
     AND conrelid <> COALESCE(to_regclass('_prisma_migrations'), 0)
  UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`

test('the migrations lead to the tables that the schema describes', async () => {
  const [migrated, described] = await Promise.all([pool.query(columns), client.query(columns)])
  expect(described.rows.length).toBeGreaterThan(50)
  expect(migrated.rows).toEqual(described.rows)
})

test('every key and index of the schema is in the migrations, which may know more', async () => {
  const [migrated, described] = await Promise.all([pool.query(guards), client.query(guards)])
  const known = new Set(migrated.rows.map((row) => row.guard))
  expect(described.rows.length).toBeGreaterThan(20)
  expect(described.rows.map((row) => row.guard).filter((guard) => !known.has(guard))).toEqual([])
})

test('the schema has not changed since the last migration', async () => {
  expect(await schemaDifference(await readSnapshot(), await readSchema())).toBeUndefined()
})

test('applies each migration once, and tries again what was killed on its way', async () => {
  const [last] = (await listMigrations()).slice(-1)
  expect(await migrate(url)).toEqual([])
  const row =
    'SELECT checksum, applied_steps_count, finished_at IS NOT NULL AS finished, rolled_back_at FROM _prisma_migrations'
  expect((await pool.query(`${row} WHERE migration_name = $1`, [last?.name])).rows).toEqual([
    { checksum: last?.checksum, applied_steps_count: 1, finished: true, rolled_back_at: null },
  ])

  // As a process leaves it that is killed in the first migration: begun, not ended, and none of its tables there.
  await pool.query('DELETE FROM _prisma_migrations')
  await pool.query(`DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('DROP TABLE %I CASCADE', t); END LOOP; END $$`)
  const [first] = await listMigrations()
  await pool.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
     VALUES (gen_random_uuid(), $1, $2, now(), 0)`,
    [first?.checksum, first?.name],
  )
  expect(await migrate(url)).toEqual((await listMigrations()).map(({ name }) => name))
  expect((await pool.query('SELECT count(*)::int AS count FROM office')).rows).toEqual([{ count: 0 }])
})

test('says plainly that an applied migration was changed afterwards', async () => {
  await pool.query(`UPDATE _prisma_migrations SET checksum = 'another'`)
  await expect(migrate(url)).rejects.toThrow('was changed after this database had applied it')
})
