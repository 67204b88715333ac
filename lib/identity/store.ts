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
}

/**
 * Writes the person, new or known, and a session of theirs, in one statement, so that two first sign-ins at once make
 * one person. Returns the person's id.
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

export async function closeSession(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.personSession.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } })
}

/** The channel that this key opens, unless it was switched off. */
export async function selectChannel(
  database: Database,
  keyHash: Uint8Array<ArrayBuffer>,
): Promise<ChannelRow | undefined> {
  const row = await database.channel.findFirst({
    where: { keyHash, active: true },
    select: { id: true, name: true, scopes: true, ratePerMinute: true },
  })
  return row ?? undefined
}

export async function selectChannelName(database: Database, id: string): Promise<string | undefined> {
  const row = await database.channel.findUnique({ where: { id }, select: { name: true } })
  return row?.name
}
