import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '#lib/db/pool.ts'
import type { ContactMedium } from '#lib/domain/contact.ts'
import { retryAt } from '#lib/domain/letter-retry.ts'
import { describeFault, log } from '#lib/log.ts'
import { deliverMessage, type Fate, type Post } from './deliver-message.ts'
import { claimDue, putOff } from './store.ts'

export interface DeliveryRun {
  /** The clock of whoever runs it; asked before each batch. */
  readonly clock: () => Date
  readonly post: Post
  readonly batch?: number
  /** Longer than any single try can take. */
  readonly leaseSeconds?: number
  /** No new batch after so long. */
  readonly mostSeconds?: number
  /** Whether just now all strength is needed elsewhere: then a batch a second has to do. */
  readonly isRush?: (now: Date) => boolean
}

const RUSH_PAUSE_MS = 1000

/**
 * Drains the outbox: claims batch after batch until nothing is due. Any number of processes may run it side by side.
 * What somebody waits for goes
 * first. At least once: a worker that dies between handing over and noting it leaves the message to be sent again, under the
 * same key, by which the receiver knows it. Returns what became of the messages.
 */
export async function deliverMessages(pool: Pool, run: DeliveryRun): Promise<Record<Fate, number>> {
  const { clock, post, batch = 20, leaseSeconds = 120, mostSeconds = 50, isRush } = run
  const done = { sent: 0, failed: 0, 'put-off': 0, moved: 0 }
  const away = new Set<ContactMedium>()
  const end = clock().getTime() + mostSeconds * 1000
  for (let now = clock(); now.getTime() <= end; now = clock()) {
    const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000)
    const claim = { now, leaseUntil, most: batch }
    const awaited = await claimDue(pool, { ...claim, awaited: true })
    const claimed = awaited.length > 0 ? awaited : await claimDue(pool, { ...claim, awaited: false })
    const fates = await Promise.all(
      claimed.map((message) =>
        deliverMessage(pool, post, message, { now, away }).catch(async (fault: unknown): Promise<Fate> => {
          // One message that cannot be composed must not hold up the others.
          log.error(
            { message: message.id, event: message.event, err: describeFault(fault) },
            'message not delivered',
          )
          await putOff(pool, message.id, retryAt(message.attempts, now))
          return 'put-off'
        }),
      ),
    )
    for (const fate of fates) done[fate] += 1
    if (claimed.length === 0) break
    if (isRush?.(now)) await sleep(RUSH_PAUSE_MS, undefined, { ref: false })
  }
  return done
}
