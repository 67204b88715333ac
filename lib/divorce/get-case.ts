import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type CaseRecord, findCaseById } from './store.ts'

/** A case as other rooms see it. */
export type DivorceCase = CaseRecord

/** A case by its id, or undefined. */
export async function getCase(database: Pool | PoolClient, id: string): Promise<CaseRecord | undefined> {
  return isUuid(id) ? findCaseById(database, id) : undefined
}
