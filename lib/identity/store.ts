import type { Database } from '#lib/db/transaction.ts'

export interface SessionRow {
  readonly personId: string
  readonly issuer: string
  readonly subject: string
  readonly sealed: Uint8Array
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

export interface ChannelRow {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly ratePerMinute: number
  /** Whose channel it is; null: the nation's. */
  readonly regionCode: string | null
  /** The key that opened it, and when that was used last. */
  readonly keyId: string
  readonly keyUsedAt: Date | null
}

/**
 * Writes the person, new or known, and a session of theirs, in one statement, so that two first sign-ins at once make
 * one person; the sign-in goes on the record. Returns the person's id.
 */
export async function insertSession(
  database: Database,
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
  const [inserted] = await database.$queryRaw<{ person_id: string }[]>`
    with known as (
      insert into person (id, issuer, subject, person_index, sealed, created_at)
      values (${row.personId}::uuid, ${row.issuer}, ${row.subject}, ${row.personIndex}, ${row.sealed}, ${row.now})
      on conflict (issuer, subject) do update
        set person_index = excluded.person_index, sealed = excluded.sealed
      returning id
    ),
    entry as (
      insert into audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id)
      select ${row.now}, 'person', id::text, 'signed-in', 'person', id::text from known
    )
    insert into person_session (id, person_id, created_at, last_seen_at)
    select ${row.sessionId}::uuid, id, ${row.now}, ${row.now} from known
    returning person_id`
  if (!inserted) throw new Error('the session was not written')
  return inserted.person_id
}

/** A session that nobody has ended, with its person; whether it is still alive is for the caller to judge. */
export async function selectSession(database: Database, sessionId: string): Promise<SessionRow | undefined> {
  const row = await database.personSession.findFirst({
    where: { id: sessionId, endedAt: null },
    select: {
      createdAt: true,
      lastSeenAt: true,
      person: { select: { id: true, issuer: true, subject: true, sealed: true } },
    },
  })
  if (!row) return undefined
  const { id: personId, issuer, subject, sealed } = row.person
  return { personId, issuer, subject, sealed, createdAt: row.createdAt, lastSeenAt: row.lastSeenAt }
}

/** Moves the last sign of life forward, never back. */
export async function touchSession(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.personSession.updateMany({
    where: { id: sessionId, endedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  })
}

/** Ends a session that nobody has ended yet, and puts the sign-out on the record. */
export async function closeSession(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.$executeRaw`
    with closed as (
      update person_session set ended_at = ${now} where id = ${sessionId}::uuid and ended_at is null
      returning person_id
    )
    insert into audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id)
    select ${now}, 'person', person_id::text, 'signed-out', 'person', person_id::text from closed`
}

/** Ends every session of a person, whichever identity service vouched for it; returns how many were open. */
export async function closeAllSessions(
  database: Database,
  personId: string,
  personIndex: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<number> {
  const closed = await database.$queryRaw<unknown[]>`
    with closed as (
      update person_session set ended_at = ${now}
      where ended_at is null
        and person_id in (select id from person where id = ${personId}::uuid or person_index = ${personIndex})
      returning id
    ),
    entry as (
      insert into audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id)
      select ${now}, 'person', ${personId}, 'signed-out-everywhere', 'person', ${personId} where exists (select from closed)
    )
    select id from closed`
  return closed.length
}

/** The channel that this key opens, unless the key is over or revoked or the channel was switched off. */
export async function selectChannel(
  database: Database,
  keyHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<ChannelRow | undefined> {
  const row = await database.channelKey.findFirst({
    where: {
      keyHash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      channel: { active: true },
    },
    select: {
      id: true,
      lastUsedAt: true,
      channel: { select: { id: true, name: true, scopes: true, ratePerMinute: true, regionCode: true } },
    },
  })
  return row ? { ...row.channel, keyId: row.id, keyUsedAt: row.lastUsedAt } : undefined
}

/** Notes that a key was used; never back. */
export async function touchKey(database: Database, keyId: string, now: Date): Promise<void> {
  await database.channelKey.updateMany({
    where: { id: keyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: now } }] },
    data: { lastUsedAt: now },
  })
}

export async function selectChannelName(database: Database, id: string): Promise<string | undefined> {
  const row = await database.channel.findUnique({ where: { id }, select: { name: true } })
  return row?.name
}
