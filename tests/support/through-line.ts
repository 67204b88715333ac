import type { Pool, PoolClient, QueryConfig } from 'pg'

type Query = (statement: QueryConfig | string, values?: unknown[]) => Promise<unknown>

/** The pool, whose statements go through `line` on their way: asked at once or on a connection that was taken. */
export function throughLine(pool: Pool, line: (ask: Query) => Query): Pool {
  const connect = async () => {
    const client = await pool.connect()
    const query = line((statement, values) => client.query(statement, values))
    return Object.assign(Object.create(client), { query, release: client.release.bind(client) }) as PoolClient
  }
  return Object.assign(Object.create(pool), {
    connect,
    query: line((statement, values) => pool.query(statement, values)),
  })
}
