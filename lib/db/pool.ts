import type { CustomTypesConfig, PoolClient as PgPoolClient, Pool as PgPoolType, PoolConfig } from 'pg'
import { Pool as PgPool, types } from 'pg'
import { env } from '#lib/env.ts'
import { databaseAddress, roleOptions } from './address.ts'
import { once } from './once.ts'

/** The handle of the hot paths: verbs take it first, so that a test can hand in a database of its own. */
export type Pool = PgPoolType
/** One connection of it, inside a transaction. */
export type PoolClient = PgPoolClient

/** Settings that every connection of this process shares. `share` is its part of DB_POOL_SIZE. */
export function poolSettings(share: number): PoolConfig {
  return {
    connectionString: databaseAddress(),
    application_name: 'yueding',
    options: roleOptions(),
    max: Math.round(env.databasePoolSize * share),
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  }
}

const dateOid = 1082

// pg would make a day into midnight of this machine's zone; a CalendarDate stays the text it is.
const plainDays: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === dateOid ? (text: string) => text : types.getTypeParser(oid, format),
}

// PERF: statements are planned once per connection, often while the tables are still small; a plan that reads a whole
// table would then stay while it grows. Everything asked here has its index.
const byIndexOnly = '-c enable_seqscan=off -c jit=off'

/**
 * The pool for hand-written SQL on the hot paths. Its connections are its own, so that bookings do not queue behind
 * pages. Days come as `YYYY-MM-DD`, instants as Date, bigint as text.
 */
export function pool(): Pool {
  return once('pool', () => {
    const made = new PgPool({
      ...poolSettings(0.4),
      types: plainDays,
      // On one connection the next statement begins when the one before has ended, not when its answer was read.
      pipeline: true,
      options: `${byIndexOnly} ${roleOptions()}`,
    })
    // A connection that breaks is replaced at the next query, and a statement under way fails by itself; without a
    // listener, on the pool for an idle one and on each for one in use, it would end the process.
    made.on('error', () => {})
    made.on('connect', (client) => client.on('error', () => {}))
    return made
  })
}
