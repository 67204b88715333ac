import { type AuditEntry, writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import { DOCUMENT_TYPES } from '#lib/domain/party-type.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readTrailReason } from '#lib/domain/trail-reason.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { openGate } from './open-gate.ts'
import { findTracesOf } from './trail.sql.ts'

/**
 * Asks for what was done about a person, by the number of their document, with a reason. That somebody has asked stands
 * in everything the person stands in before anything is shown; the number is compared by its blind indexes, which come
 * back, and kept nowhere.
 */
export async function openPersonTrail(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly number: string
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<readonly Buffer[]>> {
  const { actor, now } = wish
  const place = await openGate(pool, wish, 'see-trail')
  if ('ok' in place) return place
  const reason = readTrailReason(wish.reason)
  if (!reason) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
  const indexes = DOCUMENT_TYPES.flatMap((type) => {
    const number = readDocumentNumber(type, wish.number.trim(), shanghaiToday(now))
    return number.valid ? [indexPerson(type, number.normalized)] : []
  })
  if (indexes.length === 0) return refuse('invalid-input', [{ path: 'number', reason: 'document-number' }])
  const traces = await findTracesOf(pool, indexes)
  const entries: readonly Pick<AuditEntry, 'subjectKind' | 'subjectId'>[] =
    traces.length > 0
      ? traces.map(({ kind, id }) => ({ subjectKind: kind, subjectId: id }))
      : [{ subjectKind: 'person', subjectId: 'unknown' }]
  await poolTransaction(pool, async (client) => {
    for (const about of entries) {
      await writeEntry(client, {
        at: now,
        actorKind: 'staff',
        actorId: actor.id,
        act: 'trail-searched',
        ...about,
        officeId: place.id,
        detail: { reason },
      })
    }
  })
  return accept(indexes)
}
