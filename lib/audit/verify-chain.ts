import { type KeyObject, verify } from 'node:crypto'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { CHAIN_BEGINNING, type ChainedEntry, type ChainFault, headText } from '#lib/domain/audit-chain.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import {
  type ChainLink,
  countUnsealed,
  readEntries,
  readHeads,
  readLinks,
  type SignedHead,
} from './chain.sql.ts'
import { hashEntry } from './hash-entry.ts'

/** What a verification has found. */
export interface Verification {
  /** How many entries stand in the chain as they were sealed, up to the first fault. */
  readonly entries: bigint
  readonly lastEntryId: string
  readonly lastAt: Date | null
  /** Written after the last sealed entry; they are sealed within a minute. */
  readonly unsealed: number
  readonly newestHead: SignedHead | undefined
  /** The first that is wrong, and at which entry (its number) or head (its day). */
  readonly fault?: { readonly kind: ChainFault; readonly at: string }
}

const CHUNK = 5000

interface Progress {
  last: ChainLink
  lastAt: Date | null
}

/**
 * Computes the whole chain anew, from the first entry to the last, and holds every head against it. Reads in portions
 * from one snapshot, so the record may grow meanwhile. `keys` are those that may have signed; `expected` are heads that
 * were noted outside of this database, as a day and a hash in hex.
 */
export async function verifyChain(
  pool: Pool,
  wish: {
    readonly keys: ReadonlyMap<string, KeyObject>
    readonly now: Date
    readonly expected?: readonly { readonly day: string; readonly hash: string }[]
  },
): Promise<Verification> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await verifyOn(client, wish)
  } finally {
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    )
  }
}

async function verifyOn(client: PoolClient, wish: Parameters<typeof verifyChain>[1]): Promise<Verification> {
  const heads = await readHeads(client, 'all')
  const reached: Progress = { last: { entryId: '0', place: '0', hash: CHAIN_BEGINNING }, lastAt: null }
  const ahead = [...heads]
  const fault =
    heads.map((head) => faultOfSignature(head, wish.keys)).find(Boolean) ??
    (await walk(client, reached, ahead)) ??
    faultOfHeads(reached.last, ahead, undefined) ??
    (await faultOfEnd(client, reached, heads, wish))
  return {
    entries: BigInt(reached.last.place),
    lastEntryId: reached.last.entryId,
    lastAt: reached.lastAt,
    unsealed: fault ? 0 : await countUnsealed(client, reached.last.entryId),
    newestHead: heads.at(-1),
    ...(fault ? { fault } : {}),
  }
}

type Fault = Verification['fault']

function faultOfSignature(head: SignedHead, keys: ReadonlyMap<string, KeyObject>): Fault {
  const key = keys.get(head.keyId)
  const isOurs = key && verify(null, Buffer.from(headText(head)), key, head.signature)
  return isOurs ? undefined : { kind: 'head-signature', at: head.day }
}

/** Goes along the chain; `ahead` are the heads still to be met. */
async function walk(client: PoolClient, reached: Progress, ahead: SignedHead[]): Promise<Fault> {
  for (;;) {
    const links = await readLinks(client, reached.last.entryId, CHUNK)
    const end = links.at(-1)
    if (!end) return undefined
    const entries = await readEntries(client, { after: reached.last.entryId, upTo: end.entryId, most: null })
    const known = new Map(entries.map((entry) => [entry.id, entry]))
    const linked = new Set(links.map(({ entryId }) => entryId))
    const inserted = entries.find(({ id }) => !linked.has(id))
    for (const link of links) {
      if (inserted && BigInt(inserted.id) < BigInt(link.entryId)) {
        return { kind: follows(reached.last, link) ? 'entry-inserted' : 'entry-removed', at: inserted.id }
      }
      const fault = faultOfHeads(reached.last, ahead, link) ?? step(reached, link, known.get(link.entryId))
      if (fault) return fault
    }
  }
}

const follows = (last: ChainLink, next: ChainLink) => BigInt(next.place) === BigInt(last.place) + 1n

function step(reached: Progress, link: ChainLink, entry: ChainedEntry | undefined): Fault {
  if (!entry || !follows(reached.last, link)) return { kind: 'entry-removed', at: link.entryId }
  if (!hashEntry(reached.last.hash, entry).equals(link.hash))
    return { kind: 'entry-changed', at: link.entryId }
  reached.last = link
  reached.lastAt = entry.at
  return undefined
}

/** Takes the heads that end where the chain stands now, before it goes on to `next` (or has ended). */
function faultOfHeads(last: ChainLink, ahead: SignedHead[], next: ChainLink | undefined): Fault {
  for (let head = ahead[0]; head; head = ahead[0]) {
    if (next && BigInt(head.lastEntryId) >= BigInt(next.entryId)) return undefined
    const ends = head.lastEntryId === last.entryId && head.place === last.place && head.hash.equals(last.hash)
    if (!ends) {
      const isCut = BigInt(head.place) > BigInt(last.place)
      return { kind: isCut ? 'entry-removed' : 'head-replaced', at: isCut ? head.lastEntryId : head.day }
    }
    ahead.shift()
  }
  return undefined
}

/** What the chain is held against beyond itself: heads noted elsewhere, and that a head is signed each day. */
async function faultOfEnd(
  client: PoolClient,
  reached: Progress,
  heads: readonly SignedHead[],
  { now, expected = [] }: Parameters<typeof verifyChain>[1],
): Promise<Fault> {
  for (const { day, hash } of expected) {
    const head = heads.find((one) => one.day === day)
    if (head?.hash.toString('hex') !== hash) return { kind: 'head-not-expected', at: day }
  }
  const newest = heads.at(-1)
  const isStale = !newest || newest.day < addDays(shanghaiToday(now), -2)
  const hasMore = reached.last.entryId !== (newest?.lastEntryId ?? '0')
  if (isStale && (hasMore || (await countUnsealed(client, reached.last.entryId)) > 0)) {
    return { kind: 'head-missing', at: newest?.day ?? ('-' as CalendarDate) }
  }
  return undefined
}
