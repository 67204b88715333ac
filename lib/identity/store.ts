import type { Pool } from 'pg'

/** Whoever runs our SQL: the pool, or one connection inside a transaction. */
export type Queryable = Pick<Pool, 'query'>

export interface SessionRow {
  readonly personId: string
  readonly issuer: string
  readonly subject: string
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

export interface ChannelRow {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly ratePerMinute: number
}

/** Writes the person, new or known, and a session of theirs, in one statement. Returns the person's id. */
export async function insertSession(
  database: Queryable,
  row: {
    readonly personId: string
    readonly sessionId: string
    readonly issuer: string
    readonly subject: string
    readonly personIndex: Buffer
    readonly sealed: Buffer
    readonly now: Date
  },
): Promise<string> {
  const { rows } = await database.query<{ person_id: string }>(
    `with known as (
       insert into person (id, issuer, subject, person_index, sealed, created_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (issuer, subject) do update
         set person_index = excluded.person_index, sealed = excluded.sealed
       returning id
     )
     insert into person_session (id, person_id, created_at, last_seen_at)
     select $7, id, $6, $6 from known
     returning person_id`,
    [row.personId, row.issuer, row.subject, row.personIndex, row.sealed, row.now, row.sessionId],
  )
  const [inserted] = rows
  if (!inserted) throw new Error('the session was not written')
  return inserted.person_id
}

/** A session that nobody has ended, with its person; whether it is still alive is for the caller to judge. */
export async function selectSession(database: Queryable, sessionId: string): Promise<SessionRow | undefined> {
  const { rows } = await database.query<SessionRow>(
    `select p.id as "personId", p.issuer, p.subject, p.sealed,
            s.created_at as "createdAt", s.last_seen_at as "lastSeenAt"
     from person_session s join person p on p.id = s.person_id
     where s.id = $1 and s.ended_at is null`,
    [sessionId],
  )
  return rows[0]
}

/** Moves the last sign of life forward, never back. */
export async function touchSession(database: Queryable, sessionId: string, now: Date): Promise<void> {
  await database.query(
    'update person_session set last_seen_at = $2 where id = $1 and last_seen_at < $2 and ended_at is null',
    [sessionId, now],
  )
}

export async function closeSession(database: Queryable, sessionId: string, now: Date): Promise<void> {
  await database.query('update person_session set ended_at = $2 where id = $1 and ended_at is null', [
    sessionId,
    now,
  ])
}

/** The channel that this key opens, unless it was switched off. */
export async function selectChannel(database: Queryable, keyHash: Buffer): Promise<ChannelRow | undefined> {
  const { rows } = await database.query<ChannelRow>(
    `select id, name, scopes, rate_per_minute as "ratePerMinute"
     from channel where key_hash = $1 and active`,
    [keyHash],
  )
  return rows[0]
}
