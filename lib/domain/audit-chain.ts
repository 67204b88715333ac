import type { CalendarDate } from './calendar-date.ts'

/** An entry of the record exactly as it is chained. */
export interface ChainedEntry {
  readonly id: string
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string | null
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly officeId: string | null
  /** JSON as PostgreSQL writes `jsonb`: keys in its order, numbers with all their digits. */
  readonly detail: string | null
}

/** How far the chain reached when a day had ended. */
export interface ChainHead {
  readonly day: CalendarDate
  readonly lastEntryId: string
  /** How many entries the chain had. */
  readonly place: string
  readonly hash: Buffer
}

/**
 * What can be wrong with the chain. `entry-changed`: an entry is not what was sealed. `entry-removed`: an entry or its
 * link is gone. `entry-inserted`: an entry stands between sealed ones without a link. `head-replaced`: a head is not
 * that of the chain. `head-signature`: no key of ours has signed it. `head-missing`: entries after the last head for
 * longer than a day. `head-not-expected`: a head that was noted elsewhere is not here.
 */
export type ChainFault =
  | 'entry-changed'
  | 'entry-removed'
  | 'entry-inserted'
  | 'head-replaced'
  | 'head-signature'
  | 'head-missing'
  | 'head-not-expected'

/** The hash before the first entry: 32 zero bytes. */
export const CHAIN_BEGINNING: Buffer = Buffer.alloc(32)

/** The text of an entry that goes into its hash: a JSON array of nine, the instant in UTC with milliseconds. */
export function entryText(entry: ChainedEntry): string {
  const { id, at, actorKind, actorId, act, subjectKind, subjectId, officeId, detail } = entry
  return JSON.stringify([
    id,
    at.toISOString(),
    actorKind,
    actorId,
    act,
    subjectKind,
    subjectId,
    officeId,
    detail,
  ])
}

/** The text of a head that is signed. */
export function headText({ day, lastEntryId, place, hash }: ChainHead): string {
  return JSON.stringify(['yueding-audit-head-1', day, lastEntryId, place, hash.toString('hex')])
}
