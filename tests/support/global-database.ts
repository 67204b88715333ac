import { resolve } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '#lib/db/embedded-server.ts'
import { migrate } from '#lib/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated database that each test file copies. */
    template: string
  }
}

/**
 * Once per run: a real PostgreSQL of the tests' own, and in it one migrated database to copy from. It forgoes what
 * only matters when the machine loses power.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedServer({
    dataDir: resolve('.data/tests'),
    say: () => {},
    onLost: (reason) => {
      throw reason
    },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  })
  const template = await server.urlOf(`test_${process.pid}`)
  await dropDatabases(template, (name) => !isOfThisRun(name))
  await migrate(template)
  project.provide('template', template)
  return async () => {
    await dropDatabases(template, isOfThisRun)
    await server.stop()
  }
}

const isOfThisRun = (name: string) =>
  name === `test_${process.pid}` || name.startsWith(`test_${process.pid}_`)

/** Drops test databases that nobody is connected to; those of another run at the same time stay. */
async function dropDatabases(url: string, isMeant: (name: string) => boolean): Promise<void> {
  const client = new Client({ connectionString: url.replace(/[^/]*$/, 'postgres') })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database d WHERE datname LIKE 'test\\_%'
        AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)`,
  )
  for (const { datname } of rows.filter((row) => isMeant(row.datname))) {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)}`).catch(() => {})
  }
  await client.end()
}
