import type { PoolClient } from '#lib/db/pool.ts'
import type { CaseEvent } from '#lib/domain/divorce-case.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import type { CaseRecord } from './store.ts'

/** The same news to both people of a case, in the transaction of what it tells; each in their own language. */
export async function tellParties(
  client: PoolClient,
  { id, parties }: Pick<CaseRecord, 'id' | 'parties'>,
  event: CaseEvent,
  now: Date,
): Promise<void> {
  await queueMessages(
    client,
    parties.map(({ role, locale }) => ({ caseId: id, role, event, locale, dueAt: now })),
  )
}
