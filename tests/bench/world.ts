import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbeddedServer } from '#lib/db/embedded-server.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'

/** What is measured: a database of its own, one process of the product on it, and places nobody else books. */
export interface World {
  readonly databaseUrl: string
  readonly port: number
  readonly pid: number
  /** Settings with the keys of the process, for another one that writes what it can read. */
  readonly keys: Readonly<Record<string, string>>
  /** Opens everything; its limit is out of reach. */
  readonly channelKey: string
  /** Whether the pages are served as well. */
  readonly hasPages: boolean
  readonly manySlots: readonly number[]
  readonly hotSlot: number
  readonly availabilityPath: string
  readonly close: () => Promise<void>
}

const MANY = 1000
const DAYS_AHEAD = 10

/** Starts embedded PostgreSQL as the product does, in a folder that is gone afterwards, and the product on top. */
export async function openWorld(port: number, nodeOptions: readonly string[] = []): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'yueding-bench-'))
  // Others may pass through: started by root, the database runs as a user of its own, and would keep its data elsewhere.
  await chmod(folder, 0o711)
  const database = await startEmbeddedServer({
    dataDir: join(folder, 'database'),
    say: () => {},
    onLost: fail,
  })
  const databaseUrl = await database.urlOf('yueding')
  const hasPages = existsSync('.next/BUILD_ID')
  const keys = drawKeys()
  const server = spawn(process.execPath, [...nodeOptions, '--max-old-space-size=512', 'server.ts'], {
    env: {
      ...process.env,
      ...keys,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(folder, 'data'),
      ROLE: hasPages ? 'all' : 'api',
      LOG_LEVEL: 'warn',
      DEMO: 'on',
    },
    // A session of its own, as a service has: some schedulers share out the processor by sessions.
    detached: true,
    stdio: ['ignore', process.env.BENCH_LOG ? 'inherit' : 'ignore', 'inherit'],
  })
  const close = async () => {
    await stop(server)
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(port, server)
    const { channelKeys } = JSON.parse(await readFile(join(folder, 'data', 'demo.json'), 'utf8'))
    const places = await plantPlaces(databaseUrl)
    return {
      databaseUrl,
      port,
      pid: server.pid ?? 0,
      keys,
      channelKey: channelKeys[0].key,
      hasPages,
      ...places,
      close,
    }
  } catch (fault) {
    await close()
    throw fault
  }
}

/** Settings with keys of their own. */
export function drawKeys(): Readonly<Record<string, string>> {
  const key = () => randomBytes(32).toString('base64')
  return {
    FIELD_KEYS: `1:${key()}`,
    VOUCHER_KEY: `1:${key()}`,
    INDEX_KEY: key(),
    SESSION_SECRET: key(),
  }
}

async function plantPlaces(databaseUrl: string) {
  const today = shanghaiToday(new Date())
  const days = [addDays(today, DAYS_AHEAD)]
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const capacity = 1_000_000
  const wide = { days, opens: '00:00', closes: '16:40', slotMinutes: 1, capacity } as const
  const many = await plantOffice(client, { id: 'bench-many', ...wide })
  const hot = await plantOffice(client, { id: 'bench-hot', days, opens: '09:00', closes: '09:15', capacity })
  const { rows } = await client.query<{ id: string }>(
    `SELECT office_id AS id FROM slot WHERE date > $1 AND office_id NOT LIKE 'bench-%' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    [today],
  )
  await client.query('ANALYZE')
  await client.end()
  const manySlots = many.slots.map(({ id }) => id)
  const [hotSlot] = hot.slots
  if (manySlots.length !== MANY || !hotSlot) throw new Error(`${manySlots.length} slots instead of ${MANY}`)
  const query = `service=MARRIAGE&from=${addDays(today, 1)}&to=${addDays(today, 30)}`
  const availabilityPath = `/api/v1/offices/${rows[0]?.id}/availability?${query}`
  return { manySlots, hotSlot: hotSlot.id, availabilityPath }
}

async function untilReady(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error('the server ended before it was ready')
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(200)
  }
  throw new Error('the server was not ready within a minute')
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await once(server, 'exit')
  clearTimeout(timer)
}

function fail(reason: Error): void {
  throw reason
}
