import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { cancelCouples } from './cancel-couples.ts'
import { type ChangeRecord, finishChange, lockChange } from './change.sql.ts'
import { type ChangedCouple, lockWaiting, markCouples } from './couples.sql.ts'
import { offerSeats } from './offer-seats.ts'
import { openPasses } from './open-passes.ts'
import { settleWishes } from './settle-wishes.ts'

/** So many couples share a transaction: short enough that nobody who books waits for it. */
const COUPLES_AT_ONCE = 50
/** A batch of which nobody got a seat, because others were quicker every time, is left for the next minute. */
const MOST_EMPTY_ROUNDS = 5

/**
 * Deals with the couples of a change as was chosen for them, a handful in a transaction. Killed in between, it goes on where
 * it stopped: who is dealt with is no longer waiting. Run twice at once, one waits for the other. Tells how many were
 * dealt with.
 */
export async function workThroughChange(
  pool: Pool,
  changeId: string,
  now: Date,
  stopping?: AbortSignal,
  /** Only those whom the law binds; the others wait for another call. */
  onlyLegal = false,
): Promise<number> {
  let done = 0
  for (let empty = 0; empty < MOST_EMPTY_ROUNDS && !stopping?.aborted; ) {
    const round = await poolTransaction(pool, async (client) => {
      const change = await lockChange(client, changeId)
      const couples = change ? await lockWaiting(client, changeId, { most: COUPLES_AT_ONCE, onlyLegal }) : []
      if (!change || couples.length === 0) return undefined
      const open = await settleWishes(client, { changeId, couples, now })
      const dealt = couples.length - open.length
      return dealt + (open.length > 0 ? await deal(change, open) : 0)

      function deal(record: ChangeRecord, left: readonly ChangedCouple[]): Promise<number> {
        const wish = { change: record, couples: left, now }
        switch (record.choice) {
          case 'move':
            return offerSeats(client, wish)
          case 'cancel':
            return cancelCouples(client, wish)
          case 'storm':
            return openPasses(client, wish)
          case 'keep':
          case 'none':
            return keep(left)
        }
      }

      async function keep(left: readonly ChangedCouple[]): Promise<number> {
        const kept = left.map(({ appointmentId }) => ({ appointmentId, state: 'kept' as const }))
        await markCouples(client, changeId, kept, now)
        return left.length
      }
    })
    if (round === undefined) break
    done += round
    empty = round === 0 ? empty + 1 : 0
  }
  await finishChange(pool, changeId, now)
  return done
}
