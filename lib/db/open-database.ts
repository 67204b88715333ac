import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { env } from '#lib/env.ts'
import { setDatabaseAddress } from './address.ts'
import { closeConnections } from './close-connections.ts'
import { startEmbeddedServer } from './embedded-server.ts'
import { migrate } from './migrate.ts'
import { APP_ROLE, prepareAppRole } from './prepare-app-role.ts'

export type OpenDatabase = { migrated: string[]; close: () => Promise<void> }

type OpenWish = { say: (line: string) => void; onLost: (reason: Error) => void }

/**
 * Makes the database ready for this process: the one of DATABASE_URL, else the embedded one, brought up to the
 * committed migrations. `close` ends our connections and stops the embedded one.
 */
export async function openDatabase({ say, onLost }: OpenWish): Promise<OpenDatabase> {
  const embedded = env.databaseUrl
    ? undefined
    : await startEmbeddedServer({ dataDir: env.dataDir, say, onLost })
  try {
    const url = env.databaseUrl ?? (await embedded?.urlOf('yueding')) ?? ''
    if (!embedded) await waitForServer(url, say)
    const migrated = await migrate(url)
    const role = await prepareAppRole(url)
    if (!role) {
      say(
        `The user of the database may not make or become the role ${APP_ROLE}: the app works as that user, which owns ` +
          'the record, and only triggers keep it from being changed (docs/audit.md).',
      )
    }
    setDatabaseAddress(url, role)
    return { migrated, close: () => closeConnections().finally(() => embedded?.stop()) }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

const oldestVersion = 15

// A database in a neighbouring container may start a moment after us.
async function waitForServer(url: string, say: (line: string) => void): Promise<void> {
  const { host } = new URL(url)
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
      const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
      if (version >= oldestVersion) return
      throw new Error(
        `The database at ${host} is PostgreSQL ${version}; it must be ${oldestVersion} or newer.`,
      )
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const reason = error instanceof Error ? error.message : String(error)
      const passing = ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', '57P03'].includes(code)
      if (!passing || attempt === 20) throw explain(host, code, reason, error)
      if (attempt === 0) say(`The database at ${host} does not answer yet; waiting for it.`)
      await sleep(1000)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function explain(host: string, code: string, reason: string, cause: unknown): unknown {
  if (!code) return cause
  return new Error(`The database that DATABASE_URL names (${host}) cannot be used: ${reason || code}.`, {
    cause,
  })
}
