import type { Pool } from '#lib/db/pool.ts'
import { type Actor, writeScopeOf } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readBookingAnswer } from './read-booking-answer.ts'

export interface WriteOutcome {
  readonly operation: string
  readonly answer: unknown
}

/** What became of an actor's own write whose answer was lost; `not-found` means that nothing was written under this key. */
export async function findResult(pool: Pool, actor: Actor, key: string): Promise<Result<WriteOutcome>> {
  const { rows } = await pool.query<{ operation: string; answer: string }>(
    'SELECT operation, answer FROM write_result WHERE scope = $1 AND key = $2',
    [writeScopeOf(actor), key],
  )
  const [found] = rows
  if (!found) return refuse('not-found')
  const { operation, answer } = found
  return accept({ operation, answer: operation === 'book' ? readBookingAnswer(answer) : JSON.parse(answer) })
}
