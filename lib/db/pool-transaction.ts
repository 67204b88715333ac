import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { isWriteConflict } from './conflict.ts'

const ATTEMPTS = 6

/**
 * Runs `work` in one transaction on the pool of the hot paths. When another transaction wins (deadlock, serialization
 * failure) the whole of it runs again, so `work` may hold nothing that leaves the house.
 */
export async function poolTransaction<Value>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const value = await work(client)
      await client.query('COMMIT')
      client.release()
      return value
    } catch (fault) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      )
      if (attempt >= ATTEMPTS || !isWriteConflict(fault)) throw fault
      await sleep(Math.random() * 5 * 2 ** attempt)
    }
  }
}
