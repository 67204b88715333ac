import type { PoolClient } from '#lib/db/pool.ts'
import type { HomeVisitNews } from '#lib/domain/home-visit.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import type { VisitRecord } from './home.sql.ts'

/** Leaves a message for each of the people of a visit: nobody learns at the door that somebody is coming. */
export async function tellVisited(
  client: PoolClient,
  visit: Pick<VisitRecord, 'id' | 'locale' | 'visitOn' | 'startTime'>,
  { event, people, now }: { readonly event: HomeVisitNews; readonly people: number; readonly now: Date },
): Promise<void> {
  const { id, locale, visitOn, startTime } = visit
  const detail = {
    visitId: id,
    ...(visitOn && startTime && event === 'home-visit-planned' ? { date: visitOn, startTime } : {}),
  }
  const roles = Array.from({ length: people }, (_, index) => index + 1)
  await queueMessages(
    client,
    roles.map((role) => ({ role, event, locale, dueAt: now, detail })),
  )
}
