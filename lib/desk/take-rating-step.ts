import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { changeRating, lockRating, type RatingRow } from './rating.sql.ts'

/** What every step of a rating is asked with. */
export interface RatingWish {
  readonly actor: StaffActor
  readonly ticketId: string
  /** As it was seen. */
  readonly version: number
  readonly now: Date
}

type Change = Parameters<typeof changeRating>[2]

/** One step in what becomes of a rating: locked, judged, changed and put on the record in one transaction. */
export async function takeRatingStep(
  pool: Pool,
  wish: RatingWish,
  step: {
    readonly right: StaffAct
    readonly act: string
    readonly change: (rating: RatingRow, client: PoolClient) => Change | Refusal
  },
): Promise<Result<undefined>> {
  const { actor, ticketId, version, now } = wish
  if (!isUuid(ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const rating = await lockRating(client, ticketId)
    if (!rating) return refuse('not-found')
    const place = { id: rating.officeId, regionCode: rating.regionCode }
    const refusal = refuseStaff(actor, step.right, place)
    if (refusal) return refusal
    if (rating.version !== version)
      return refuse('not-allowed', [{ path: 'version', reason: 'changed-meanwhile' }])
    const change = step.change(rating, client)
    if ('ok' in change) return change as Refusal
    await changeRating(client, ticketId, change)
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: step.act,
      subjectKind: 'ticket',
      subjectId: ticketId,
      officeId: rating.officeId,
    })
    return accept(undefined)
  })
}
