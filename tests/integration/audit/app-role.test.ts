import { Client, Pool } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { sealEntries } from '#lib/audit/seal-entries.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { pool } from '#lib/db/pool.ts'
import { APP_ROLE, prepareAppRole } from '#lib/db/prepare-app-role.ts'
import { database } from '#lib/db/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { url } = await openTestDatabase()
const role = await prepareAppRole(url)
await closeConnections()
setDatabaseAddress(url, role)

const NOW = new Date('2026-11-20T02:00:00Z')

describe('what the app may do with its database', () => {
  test('both ways into it work as the role, twice prepared or once', async () => {
    expect(role).toBe(APP_ROLE)
    expect(await prepareAppRole(url)).toBe(APP_ROLE)
    const { rows } = await pool().query('SELECT current_user AS me')
    expect(rows).toEqual([{ me: APP_ROLE }])
    expect(await database().$queryRaw`SELECT current_user::text AS me`).toEqual([{ me: APP_ROLE }])
  })

  test('it writes to the record and seals it', async () => {
    await writeEntry(pool(), {
      at: NOW,
      actorKind: 'system',
      act: 'appointment-moved',
      subjectKind: 'slot',
      subjectId: '1',
    })
    expect(await sealEntries(pool(), NOW)).toBe(1)
  })

  test.each([
    `UPDATE audit_entry SET act = 'x'`,
    'DELETE FROM audit_link',
    'TRUNCATE audit_head',
    'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
    'DROP TRIGGER only_added ON audit_entry',
    'SET session_replication_role = replica',
    `SELECT setval('audit_entry_id_seq', 1)`,
    'CREATE TABLE note (id int)',
    'TRUNCATE appointment',
    'DELETE FROM _prisma_migrations',
  ])('%s is not its right', async (sql) => {
    await expect(pool().query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('every other table can be read, filled, changed and swept', async () => {
    const { rows } = await pool().query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT (
         has_table_privilege(quote_ident(tablename), 'SELECT') AND has_table_privilege(quote_ident(tablename), 'INSERT')
         AND has_table_privilege(quote_ident(tablename), 'UPDATE') AND has_table_privilege(quote_ident(tablename), 'DELETE'))
       ORDER BY 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      '_prisma_migrations',
      'audit_check',
      'audit_entry',
      'audit_head',
      'audit_link',
    ])
  })
})

describe('a user of the database who may not make roles', () => {
  const plain = new URL(url)
  plain.username = 'plain_owner'
  plain.password = 'only-for-tests'
  const owner = new Pool({ connectionString: url, max: 1 })
  afterAll(async () => {
    await owner
      .query(`REASSIGN OWNED BY plain_owner TO yueding; DROP OWNED BY plain_owner; DROP ROLE plain_owner`)
      .catch(() => {})
    await owner.end()
  })

  test('is told so, and the app works as that user', async () => {
    await owner.query(
      `DO $$ BEGIN CREATE ROLE plain_owner LOGIN PASSWORD 'only-for-tests'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    )
    expect(await prepareAppRole(plain.href)).toBeUndefined()
    const client = new Client({ connectionString: plain.href })
    await client.connect()
    await client.end()
  })
})

describe('the record is only ever added to', () => {
  const owner = new Pool({ connectionString: url, max: 1 })
  afterAll(() => owner.end())

  test.each([
    `UPDATE audit_entry SET act = 'x'`,
    'DELETE FROM audit_entry WHERE false',
    'TRUNCATE audit_entry',
    'DELETE FROM audit_link',
    'UPDATE audit_head SET place = 1',
    'TRUNCATE audit_check',
  ])('%s is refused to the owner as well', async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow('only ever added to')
  })
})
