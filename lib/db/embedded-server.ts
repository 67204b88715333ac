import { Client } from 'pg'
import { createCluster, hasCluster, refuseOtherVersion, resetPassword } from './embedded-cluster.ts'
import type { EmbeddedPlace } from './embedded-place.ts'
import { preparePlace } from './embedded-place.ts'
import { createRecord, readRecord, rememberPort } from './embedded-record.ts'
import { addressOf, ensureRunning } from './embedded-start.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'

/** The embedded PostgreSQL, running. `urlOf` gives the address of one of its databases, made when it is missing. */
export type EmbeddedServer = { urlOf: (database: string) => Promise<string>; stop: () => Promise<void> }

type Joined = { port: number; presence: Client }

export type EmbeddedWish = {
  dataDir: string
  say: (line: string) => void
  /** Called when the database went away while we ran and could not be brought back at the same address. */
  onLost: (reason: Error) => void
  /** On top of the product's own settings; tests trade durability for speed. */
  settings?: Record<string, string>
}

// Errors keep neither statements nor key values in the log: both may hold personal data.
const productSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  synchronous_commit: 'on',
  fsync: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

// Everybody who uses the cluster holds this advisory lock in shared mode; who gets it alone is the last one.
const presenceLock = 7_270_738
const creationLock = 7_270_739

/**
 * Starts the embedded PostgreSQL in `dataDir`, or joins the one that is left from a process that was killed. The
 * programs are driven directly: the package's own class ties the database to our pipes and exit hooks, so it can
 * neither outlive a kill -9 in order nor be found again, and its initdb may leave half a cluster.
 */
export async function startEmbeddedServer(wish: EmbeddedWish): Promise<EmbeddedServer> {
  const place = await preparePlace(wish.dataDir, wish.say)
  const record = await prepareCluster(place, wish.dataDir)
  const { password } = record
  const settings = { ...productSettings, ...wish.settings }
  let stopping = false
  const joined = await join(record.port)
  const { port } = joined
  let { presence } = joined
  await rememberPort(wish.dataDir, record, port)

  // The process before us may be stopping the database just as we come: then our line breaks, and we start it anew.
  async function join(preferredPort: number | undefined, attempt = 1): Promise<Joined> {
    const port = await ensureRunning({ place, password, preferredPort, settings, say: wish.say })
    const presence = new Client({ connectionString: addressOf(port, password, 'postgres'), keepAlive: true })
    presence.on('error', () => {})
    try {
      await presence.connect()
      await presence.query('SELECT pg_advisory_lock_shared($1)', [presenceLock])
    } catch (error) {
      if (attempt === 5) throw error
      return join(preferredPort, attempt + 1)
    }
    presence.once('end', () => {
      if (!stopping) bringBack().catch(wish.onLost)
    })
    return { port, presence }
  }

  async function bringBack(): Promise<void> {
    wish.say('The database stopped unexpectedly; starting it again.')
    const again = await join(port)
    if (again.port !== port) throw new Error(`Another program took the port ${port} of the database.`)
    presence = again.presence
    wish.say('The database is back.')
  }

  async function stop(): Promise<void> {
    stopping = true
    const alone = await isAlone(presence)
    await presence.end().catch(() => {})
    if (alone) await stopPostmaster(place)
  }

  return { urlOf: (database) => createDatabase(addressOf(port, password, 'postgres'), database), stop }
}

async function prepareCluster(place: EmbeddedPlace, dataDir: string) {
  const { cluster } = place
  if (!hasCluster(cluster)) {
    const record = (await readRecord(dataDir)) ?? (await createRecord(dataDir))
    await createCluster(place, record.password)
    return record
  }
  await refuseOtherVersion(cluster)
  const record = await readRecord(dataDir)
  if (record) return record
  if (await findPostmaster(place)) await stopPostmaster(place)
  const renewed = await createRecord(dataDir)
  await resetPassword(place, renewed.password)
  return renewed
}

async function isAlone(presence: Client): Promise<boolean> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [presenceLock])
    const { rows } = await presence.query('SELECT pg_try_advisory_lock($1) AS alone', [presenceLock])
    return rows[0]?.alone === true
  } catch {
    return true // no connection left, so no database that others could be using through it
  }
}

async function createDatabase(serverUrl: string, database: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    // Two processes may start at once on an empty cluster; the lock goes with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [creationLock])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
  return serverUrl.replace(/[^/]*$/, encodeURIComponent(database))
}
