import { setTimeout as sleep } from 'node:timers/promises'
import { listMigrations } from './migration-files.ts'
import { once } from './once.ts'
import { pool } from './pool.ts'

export interface Readiness {
  readonly database: boolean
  /** All committed migrations are in it. */
  readonly migrations: boolean
}

const PATIENCE_MS = 2000

/** Whether this process can serve: the database answers within two seconds and is as new as the code. */
export async function checkReadiness(): Promise<Readiness> {
  const patience = new AbortController()
  const gaveUp = sleep(PATIENCE_MS, undefined, { signal: patience.signal, ref: false })
  const answer = await Promise.race([askDatabase(), gaveUp]).catch(() => undefined)
  patience.abort()
  gaveUp.catch(() => {})
  return answer ?? { database: false, migrations: false }
}

async function askDatabase(): Promise<Readiness> {
  const wanted = await once('committed migrations', listMigrations)
  const { rows } = await pool().query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map((row) => row.name))
  return { database: true, migrations: wanted.every(({ name }) => applied.has(name)) }
}
