import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import type { BookingAnswer } from './booking-answer.ts'
import { replayedAnswer } from './replayed-answer.ts'

/**
 * The answer that was given under this key, when there is one: a retry must hear it even after the slot has filled up or
 * its cut-off has passed. Refuses `idempotency-mismatch` when it was another request; undefined when nothing was written.
 */
export async function replayBooking(
  pool: Pool,
  tried: { readonly scope: string; readonly key: string; readonly request: string },
): Promise<Result<BookingAnswer> | undefined> {
  const { rows } = await pool.query<{ request: string; answer: string }>({
    name: 'replay-booking',
    text: `SELECT encode(request_hash, 'base64') AS request, answer FROM write_result WHERE scope = $1 AND key = $2`,
    values: [tried.scope, tried.key],
  })
  const [known] = rows
  return known && replayedAnswer(known, tried.request)
}
