import type { Pool } from '#lib/db/pool.ts'
import { horizonOf, ladderDaysOf, replayDaysOf } from '#lib/domain/retention.ts'
import { env } from '#lib/env.ts'
import { anonymiseBatch, deleteBatch, deleteWaits } from './anonymise.sql.ts'

const BATCH = 500
const CHUNK = 2000

/**
 * Forgets whom old appointments were of, and what lies around them: `RETENTION_DAYS` after the appointment's day or its
 * end, whichever is later (个人信息保护法 art. 19, 47). Counts stay: office, service, time and status. In small steps that
 * may be cut short at any point; the next night goes on. Returns how many appointments were anonymised.
 */
export async function anonymiseOldAppointments(
  pool: Pool,
  now: Date,
  { retentionDays = env.retentionDays }: { readonly retentionDays?: number } = {},
): Promise<number> {
  const old = horizonOf(now, retentionDays)
  let total = 0
  for (let after: string | undefined; ; ) {
    const { last, done } = await anonymiseBatch(pool, { before: old, after, now, size: BATCH })
    total += done
    if (!last) break
    after = last
  }
  await inChunks(() => deleteBatch(pool, 'write_result', horizonOf(now, replayDaysOf(retentionDays)), CHUNK))
  await inChunks(() => deleteBatch(pool, 'no_show', horizonOf(now, ladderDaysOf(retentionDays)), CHUNK))
  await inChunks(() => deleteWaits(pool, old, BATCH))
  // In this order: a person goes only when nothing of theirs is left.
  const leftovers = [
    'demo_letter',
    'outbox_message',
    'webhook_delivery',
    'one_time_code',
    'person_session',
  ] as const
  for (const what of [...leftovers, 'person', 'contact'] as const) {
    await inChunks(() => deleteBatch(pool, what, old, CHUNK))
  }
  return total
}

async function inChunks(step: () => Promise<number>): Promise<void> {
  while ((await step()) > 0);
}
