import { sign } from 'node:crypto'
import type { PoolClient } from '#lib/db/pool.ts'
import { headText } from '#lib/domain/audit-chain.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type ChainLink, hasHead, insertHead } from './chain.sql.ts'
import { loadAuditKeys } from './load-audit-keys.ts'

/**
 * Signs how far the chain reached when yesterday had ended, unless that is done; a day on which nothing happened has a
 * head as well, so that a missing one is seen. `last` is the end of the chain.
 */
export async function signHead(client: PoolClient, last: ChainLink, now: Date): Promise<void> {
  const day = addDays(shanghaiToday(now), -1)
  if (await hasHead(client, day)) return
  const { entryId: lastEntryId, place, hash } = last
  const head = { day, lastEntryId, place, hash }
  const { keyId, key } = loadAuditKeys().signing
  await insertHead(client, { ...head, keyId, signature: sign(null, Buffer.from(headText(head)), key) }, now)
}
