import type { PoolClient } from '#lib/db/pool.ts'
import type { HomeVisitNews } from '#lib/domain/home-visit.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import type { VisitRecord } from './home.sql.ts'

/** Leaves a message for each of the people of a visit: nobody learns at the door that somebody is coming. */
export async function tellVisited(
  client: PoolClient,
  visit: Pick<VisitRecord, 'id' | 'locale' | 'visitOn' | 'startTime'>,
  { event, people, now }: { readonly event: HomeVisitNews; readonly people: number; readonly now: Date },
): Promise<void> {
  const { id, locale, visitOn, startTime } = visit
  const sealed = sealJson('visit-letter', { visitId: id })
  const isOfTime = event === 'home-visit-planned' && visitOn && startTime
  const detail = isOfTime ? { date: visitOn, startTime } : undefined
  const roles = Array.from({ length: people }, (_, index) => index + 1)
  await queueMessages(
    client,
    roles.map((role) => ({ role, event, locale, dueAt: now, detail, sealed })),
  )
}
