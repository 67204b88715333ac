import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, writeScopeOf } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { hashRequest } from './hash-request.ts'

export interface KeyedWrite<Answer> {
  readonly actor: Actor
  /** A UUID made by the caller before its first try. */
  readonly key: string
  readonly operation: string
  /** All that makes the request what it is; the same key with another request is refused. */
  readonly request: unknown
  /** Absent when it is about no appointment. */
  readonly appointmentId?: string | undefined
  readonly now: Date
  readonly write: (client: PoolClient) => Promise<Result<Answer>>
}

/**
 * Runs a write in one transaction and keeps its answer under the caller's key: a retry hears the same answer and
 * changes nothing. A refusal is not kept, as nothing was written.
 */
export async function writeOnce<Answer>(pool: Pool, wish: KeyedWrite<Answer>): Promise<Result<Answer>> {
  const scope = writeScopeOf(wish.actor)
  const request = hashRequest([wish.operation, wish.appointmentId ?? null, wish.request])
  return poolTransaction(pool, async (client) => {
    const claimed = await client.query(
      `INSERT INTO write_result (scope, key, request_hash, operation, appointment_id, answer, created_at)
       VALUES ($1, $2, decode($3, 'base64'), $4, $5, '', $6) ON CONFLICT (scope, key) DO NOTHING`,
      [scope, wish.key, request, wish.operation, wish.appointmentId ?? null, wish.now],
    )
    if (claimed.rowCount === 0) return replay<Answer>(client, scope, wish.key, request)
    const result = await wish.write(client)
    if (result.ok) {
      await client.query('UPDATE write_result SET answer = $3 WHERE scope = $1 AND key = $2', [
        scope,
        wish.key,
        JSON.stringify(result.value),
      ])
    } else {
      await client.query('ROLLBACK AND CHAIN')
    }
    return result
  })
}

async function replay<Answer>(
  client: PoolClient,
  scope: string,
  key: string,
  request: string,
): Promise<Result<Answer>> {
  const { rows } = await client.query<{ request: string; answer: string }>(
    `SELECT encode(request_hash, 'base64') AS request, answer FROM write_result WHERE scope = $1 AND key = $2`,
    [scope, key],
  )
  if (rows[0]?.request !== request) return refuse('idempotency-mismatch')
  return accept(JSON.parse(rows[0].answer) as Answer)
}
