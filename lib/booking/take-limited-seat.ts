import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Service } from '#lib/domain/service.ts'
import { type ClaimOutcome, claimSeats, type SeatClaim } from './claim-seats.ts'
import { countQuotaLeft } from './count-quota-left.ts'

/**
 * Takes a seat where a quota counts beside the windows: one after the other for an office and a day. A wish that was
 * fulfilled before gets its answer also when nothing is left.
 */
export function takeLimitedSeat(pool: Pool, claim: SeatClaim, now: Date): Promise<ClaimOutcome> {
  return poolTransaction(pool, async (client) => {
    const left = await countQuotaLeft(client, {
      slotId: claim.slot,
      service: claim.service as Service,
      personId: claim.person ?? undefined,
      channelId: claim.kind === 'book' ? (claim.channel ?? undefined) : undefined,
    })
    const [outcome] = await claimSeats(client, [claim], now, { withinQuotas: left > 0 })
    if (!outcome) throw new Error('a wish was left without an answer')
    return outcome.state === 'limited' ? { state: 'over-quota' } : outcome
  })
}
