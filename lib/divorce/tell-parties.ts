import type { PoolClient } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseNews } from '#lib/domain/divorce-case.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import type { CaseRecord } from './store.ts'

/**
 * The same news to both people of a case, in the transaction of what it tells; each in their own language. `date`: the
 * last day it was meant for, so that only the latest of several changes is told.
 */
export async function tellParties(
  client: PoolClient,
  { id, parties }: Pick<CaseRecord, 'id' | 'parties'>,
  event: CaseNews,
  { now, date }: { readonly now: Date; readonly date?: CalendarDate },
): Promise<void> {
  await queueMessages(
    client,
    parties.map(({ role, locale }) => ({
      caseId: id,
      role,
      event,
      locale,
      dueAt: now,
      ...(date ? { detail: { date } } : {}),
    })),
  )
}
