import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { embeddedRole } from './embedded-cluster.ts'
import type { EmbeddedPlace } from './embedded-place.ts'
import { findPostmaster, spawnPostmaster } from './postmaster.ts'

export type StartWish = {
  place: EmbeddedPlace
  password: string
  preferredPort: number | undefined
  settings: Record<string, string>
  say: (line: string) => void
}

// Recovery after a crash replays at most max_wal_size of log; a slow disk may need a while for it.
const patienceMs = 180_000

/**
 * Returns the port of a main process that answers on this cluster: the one that is already there, or a new one. Never
 * two: PostgreSQL itself refuses a second, and then we find the first by its pid file in the next round.
 */
export async function ensureRunning(wish: StartWish): Promise<number> {
  const { place, say } = wish
  const began = performance.now()
  let child: { exited: () => boolean } | undefined
  let failures = 0
  let told = false
  while (performance.now() - began < patienceMs) {
    const running = await findPostmaster(place)
    if (running) {
      if (running.port > 0 && (await answers(running.port, wish.password))) return running.port
    } else if (!child || child.exited()) {
      if (child) failures += 1
      if (failures > 6) break
      // After kill -9 of the main process its children need a moment to notice and let go of the shared memory.
      await sleep(failures * 250)
      child = await spawnPostmaster(place, await findFreePort(wish.preferredPort), wish.settings)
    }
    if (!told && performance.now() - began > 3000) {
      told = true
      say('The database is still starting; after a hard stop it first replays its log.')
    }
    await sleep(20)
  }
  throw new Error(`The embedded PostgreSQL does not start. ${await lastWords(place.logFile)}`)
}

export function addressOf(port: number, password: string, database: string): string {
  return `postgresql://${embeddedRole}:${password}@127.0.0.1:${port}/${database}`
}

/** False while it is starting or recovering; throws when it answers but refuses us. */
async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: addressOf(port, password, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '28P01') {
      throw new Error(
        'database.json holds a password that is not the database’s. Remove it to have a new one made.',
      )
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function findFreePort(preferred = 0): Promise<number> {
  const server = createServer()
  const port = await new Promise<number | undefined>((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen({ port: preferred, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : undefined)
    })
  })
  await new Promise((resolve) => server.close(resolve))
  return port ?? findFreePort()
}

async function lastWords(logFile: string): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  return `Its log ${logFile} ends:\n${log.trim().split('\n').slice(-6).join('\n')}`
}
