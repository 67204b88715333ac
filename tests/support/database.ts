import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { pool } from '#lib/db/pool.ts'
import type { Database } from '#lib/db/transaction.ts'
import { database } from '#lib/db/transaction.ts'

/** Where `lib/db/once.ts` keeps its values. */
const SHELF = Symbol.for('yueding.once')

export type TestDatabase = { db: Database; pool: Pool; url: string }

/**
 * Gives a test file a database of its own, migrated and empty, and makes it the one that verbs and stores use; with
 * `planted` the demo world of now stands in it. Called once, at the top of the file; dropped after its last test.
 */
export async function openTestDatabase({ planted = false } = {}): Promise<TestDatabase> {
  forgetWhatIsKept()
  const template = inject('template')
  const name = `${nameOf(template)}_${randomUUID().slice(0, 8)}`
  await copyDatabase(planted ? await plantedTemplate(template) : template, name)
  const url = withName(template, name)
  setDatabaseAddress(url)
  afterAll(async () => {
    await closeConnections()
    await administer(template, async (client) => {
      await untilLeft(client, name)
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    })
  })
  return { db: database(), pool: pool(), url }
}

/**
 * What the product keeps in memory for a while tells of the database of the file before: a process serves one test file
 * after the other, since loading everything anew for each would take a third of the time.
 */
function forgetWhatIsKept(): void {
  const kept = (globalThis as { [SHELF]?: Map<string, unknown> })[SHELF]
  for (const [name, value] of kept ?? []) {
    if (value instanceof Map) value.clear()
    else if (name !== 'database address') kept?.delete(name)
  }
}

/** A pool says that it has ended while its last connections are still closing: cut then, they would complain to nobody. */
async function untilLeft(client: Client, name: string): Promise<void> {
  const open = 'SELECT FROM pg_stat_activity WHERE datname = $1'
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await client.query(open, [name])).rowCount === 0) return
    await sleep(10)
  }
}

/** The first file that wants the demo world plants it once for all; the others wait for it and copy. */
async function plantedTemplate(template: string): Promise<string> {
  const name = `${nameOf(template)}_planted`
  const half = `${name}_half`
  await administer(template, async (client) => {
    await client.query('SELECT pg_advisory_lock(7270799)')
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${half} TEMPLATE ${nameOf(template)}`)
    setDatabaseAddress(withName(template, half))
    const { plantDemoWorld } = await import('#prisma/seed/plant-demo-world.ts')
    await plantDemoWorld(new Date())
    await closeConnections()
    await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`)
  })
  return withName(template, name)
}

async function copyDatabase(source: string, name: string): Promise<void> {
  await administer(source, async (client) => {
    // A template may have no connection while it is copied, so copies queue.
    await client.query('SELECT pg_advisory_lock(7270798)')
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${nameOf(source)}`)
  })
}

async function administer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: withName(url, 'postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const nameOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)
const withName = (url: string, name: string) => url.slice(0, url.lastIndexOf('/') + 1) + name
