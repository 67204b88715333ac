import { database } from '#lib/db/transaction.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { namePersonContext } from './name-person-context.ts'
import { openJson } from './open-json.ts'
import { selectSession, touchSession } from './store.ts'

const MINUTE_MS = 60_000
const IDLE_MS = 20 * MINUTE_MS
const ABSOLUTE_MS = 12 * 60 * MINUTE_MS
const TOUCH_EVERY_MS = MINUTE_MS

export interface Session {
  readonly personId: string
  readonly identity: VerifiedIdentity
  /** When this person proved who they are. */
  readonly signedInAt: Date
  /** When it ends if nothing more is heard: 20 minutes after the last sign of life, 12 hours after signing in. */
  readonly endsAt: Date
}

/**
 * The living session of this id. Whether it is over is judged here, at every read, never by a job that may be late.
 * `touch` says that a person is at work: it prolongs the session, written at most once a minute.
 */
export async function findSession(
  sessionId: string,
  { now, touch }: { readonly now: Date; readonly touch: boolean },
): Promise<Session | undefined> {
  const row = await selectSession(database(), sessionId)
  if (!row || now >= endOf(row.createdAt, row.lastSeenAt)) return undefined
  const due = touch && now.getTime() - row.lastSeenAt.getTime() >= TOUCH_EVERY_MS
  if (due) await touchSession(database(), sessionId, now)
  return {
    personId: row.personId,
    identity: openJson<VerifiedIdentity>(namePersonContext(row.issuer, row.subject), row.sealed),
    signedInAt: row.createdAt,
    endsAt: endOf(row.createdAt, due ? now : row.lastSeenAt),
  }
}

function endOf(createdAt: Date, lastSeenAt: Date): Date {
  return new Date(Math.min(lastSeenAt.getTime() + IDLE_MS, createdAt.getTime() + ABSOLUTE_MS))
}
