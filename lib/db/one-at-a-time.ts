import { Client } from 'pg'
import { databaseAddress } from './address.ts'

/**
 * Runs `work` while no other process runs work under the same number. The lock has a connection of its own, and goes
 * with it when the process is killed.
 */
export async function oneAtATime<Result>(number: number, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: databaseAddress() })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [number])
    return await work()
  } finally {
    await client.end()
  }
}
