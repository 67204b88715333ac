import type { PoolClient } from '#lib/db/pool.ts'
import type { CaseRecord } from './store.ts'

export type CaseEvent = 'case-opened' | 'case-withdrawn' | 'case-lapsed' | 'case-issued' | 'case-dates-moved'

/** The same news to both people of a case, in the transaction of what it tells; each in their own language. */
export async function tellParties(
  client: PoolClient,
  { id, parties }: Pick<CaseRecord, 'id' | 'parties'>,
  event: CaseEvent,
  now: Date,
): Promise<void> {
  for (const { role, locale } of parties) {
    await client.query(
      'INSERT INTO outbox_message (case_id, role, event, locale, due_at) VALUES ($1, $2, $3, $4, $5)',
      [id, role, event, locale, now],
    )
  }
}
