import type { Pool, PoolClient } from '#lib/db/pool.ts'
import type { ChainedEntry, ChainHead } from '#lib/domain/audit-chain.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'

type Asked = Pool | PoolClient

export interface ChainLink {
  readonly entryId: string
  readonly place: string
  readonly hash: Buffer
}

export interface SignedHead extends ChainHead {
  readonly keyId: string
  readonly signature: Buffer
}

const ENTRY = `e.id::text AS id, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.act,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.office_id AS "officeId", e.detail::text AS detail`
const LINK = 'entry_id::text AS "entryId", place::text AS place, hash'

/** The number that was drawn last for an entry, whether or not that entry came to be. */
export async function readLastNumber(pool: Asked): Promise<string> {
  const { rows } = await pool.query<{ last: string }>(
    'SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS last FROM audit_entry_id_seq',
  )
  return rows[0]?.last ?? '0'
}

/** The transactions that may have an entry that is not yet seen: an INSERT locks the table before it draws a number. */
export async function readWriters(pool: Asked): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT DISTINCT virtualtransaction AS id FROM pg_locks
     WHERE locktype = 'relation' AND relation = 'audit_entry'::regclass AND mode <> 'AccessShareLock'
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows.map(({ id }) => id)
}

export async function readLastLink(pool: Asked): Promise<ChainLink | undefined> {
  const { rows } = await pool.query<ChainLink>(
    `SELECT ${LINK} FROM audit_link ORDER BY entry_id DESC LIMIT 1`,
  )
  return rows[0]
}

/** The entries after one up to another (inclusive), in the order of their numbers. */
export async function readEntries(
  pool: Asked,
  {
    after,
    upTo,
    most,
  }: { readonly after: string; readonly upTo: string | null; readonly most: number | null },
): Promise<ChainedEntry[]> {
  const { rows } = await pool.query<ChainedEntry>(
    `SELECT ${ENTRY} FROM audit_entry e WHERE e.id > $1 AND ($2::bigint IS NULL OR e.id <= $2) ORDER BY e.id LIMIT $3`,
    [after, upTo, most],
  )
  return rows
}

export async function readLinks(pool: Asked, after: string, most: number): Promise<ChainLink[]> {
  const { rows } = await pool.query<ChainLink>(
    `SELECT ${LINK} FROM audit_link WHERE entry_id > $1 ORDER BY entry_id LIMIT $2`,
    [after, most],
  )
  return rows
}

export async function countUnsealed(pool: Asked, after: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM audit_entry WHERE id > $1',
    [after],
  )
  return rows[0]?.count ?? 0
}

export async function insertLinks(client: Asked, links: readonly ChainLink[]): Promise<void> {
  await client.query(
    `INSERT INTO audit_link (entry_id, place, hash)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])`,
    [links.map(({ entryId }) => entryId), links.map(({ place }) => place), links.map(({ hash }) => hash)],
  )
}

/** The signed heads, the oldest first; `newest` alone the last one. */
export async function readHeads(pool: Asked, which: 'all' | 'newest'): Promise<SignedHead[]> {
  const { rows } = await pool.query<SignedHead>(
    `SELECT day::text AS day, last_entry_id::text AS "lastEntryId", place::text AS place, hash, key_id AS "keyId", signature
     FROM audit_head ORDER BY day ${which === 'all' ? '' : 'DESC LIMIT 1'}`,
  )
  return rows
}

export async function hasHead(pool: Asked, day: CalendarDate): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM audit_head WHERE day >= $1', [day])
  return Boolean(rowCount)
}

export async function insertHead(client: Asked, head: SignedHead, signedAt: Date): Promise<void> {
  const { day, lastEntryId, place, hash, keyId, signature } = head
  await client.query(
    `INSERT INTO audit_head (day, last_entry_id, place, hash, key_id, signature, signed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [day, lastEntryId, place, hash, keyId, signature, signedAt],
  )
}
