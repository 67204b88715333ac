import type { Pool } from '#lib/db/pool.ts'
import { type Actor, writeScopeOf } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readBookingAnswer } from './read-booking-answer.ts'
import { readMoveAnswer, type StoredMove } from './read-move-answer.ts'
import { readWebhookAnswer } from './read-webhook-answer.ts'

export interface WriteOutcome {
  readonly operation: string
  readonly answer: unknown
}

/** What became of an actor's own write whose answer was lost; `not-found` means that nothing was written under this key. */
export async function findResult(pool: Pool, actor: Actor, key: string): Promise<Result<WriteOutcome>> {
  const { rows } = await pool.query<{ operation: string; appointmentId: string; answer: string }>(
    `SELECT operation, appointment_id AS "appointmentId", answer FROM write_result WHERE scope = $1 AND key = $2`,
    [writeScopeOf(actor), key],
  )
  const [found] = rows
  if (!found) return refuse('not-found')
  const { operation, appointmentId, answer } = found
  if (operation === 'book') return accept({ operation, answer: readBookingAnswer(answer) })
  const stored: unknown = JSON.parse(answer)
  if (operation === 'set-webhook')
    return accept({ operation, answer: readWebhookAnswer(actor.id, stored as object) })
  return accept({
    operation,
    answer: operation === 'move' ? readMoveAnswer(appointmentId, stored as StoredMove) : stored,
  })
}
