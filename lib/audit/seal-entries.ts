import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { CHAIN_BEGINNING } from '#lib/domain/audit-chain.ts'
import {
  type ChainLink,
  insertLinks,
  readEntries,
  readLastLink,
  readLastNumber,
  readWriters,
} from './chain.sql.ts'
import { hashEntry } from './hash-entry.ts'
import { signHead } from './sign-head.ts'

const CHUNK = 5000
const PATIENCE_MS = 5000
/** Of one sealer at a time. */
const SEAL_LOCK = 7_270_741

/**
 * Puts the entries that have come since the last time into the chain, in the order of their numbers, and signs the
 * head of a day that has ended. Entries are written without a hash, so that bookings never wait for each other; only
 * this job links them, and only once no smaller number can appear any more: it notes the last number drawn, then waits
 * until every transaction that was writing at that moment is over. Where one takes longer than five seconds everything
 * is left to the next minute. Returns how many it has sealed.
 */
export async function sealEntries(pool: Pool, now: Date): Promise<number> {
  const upTo = await readLastNumber(pool)
  if (!(await allWritten(pool))) return 0
  let sealed = 0
  for (let again = true; again; ) {
    const count = await poolTransaction(pool, (client) => sealChunk(client, upTo, now))
    sealed += count
    again = count === CHUNK
  }
  return sealed
}

async function allWritten(pool: Pool): Promise<boolean> {
  const writing = new Set(await readWriters(pool))
  const began = performance.now()
  while (writing.size > 0) {
    const still = await readWriters(pool)
    if (!still.some((id) => writing.has(id))) return true
    if (performance.now() - began > PATIENCE_MS) return false
    await sleep(20)
  }
  return true
}

async function sealChunk(client: PoolClient, upTo: string, now: Date): Promise<number> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
    SEAL_LOCK,
  ])
  if (!rows[0]?.mine) return 0
  let last: ChainLink = (await readLastLink(client)) ?? { entryId: '0', place: '0', hash: CHAIN_BEGINNING }
  const entries = await readEntries(client, { after: last.entryId, upTo, most: CHUNK })
  const links = entries.map((entry) => {
    last = { entryId: entry.id, place: `${BigInt(last.place) + 1n}`, hash: hashEntry(last.hash, entry) }
    return last
  })
  if (links.length > 0) await insertLinks(client, links)
  if (links.length < CHUNK) await signHead(client, last, now)
  return links.length
}
