import type { Pool } from '#lib/db/pool.ts'
import type { WrittenLetter } from '#lib/domain/letter.ts'
import { sealJson } from './seal-json.ts'

/** Keeps a letter of the demo for its inbox page instead of sending it; a second copy is dropped. */
export async function keepDemoLetter(pool: Pool, letter: WrittenLetter, now: Date): Promise<void> {
  const { messageId, medium, address, subject, text } = letter
  await pool.query(
    'INSERT INTO demo_letter (id, medium, sealed, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
    [messageId, medium, sealJson(`demo_letter ${messageId}`, { address, subject, text }), now],
  )
}
