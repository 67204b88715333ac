import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '#lib/db/pool.ts'
import { describeFault, log } from '#lib/log.ts'
import { type DeliveryRun, deliverMessages } from './deliver-messages.ts'

const EVERY_MS = 5000
const STOP_MS = 2000

/** Delivers messages, right away and then every few seconds: whoever has just booked looks at the phone. */
export function keepDelivering(pool: Pool, run: DeliveryRun): { readonly stop: () => Promise<void> } {
  const stopped = new AbortController()
  const working = work()
  return {
    stop: async () => {
      stopped.abort()
      // What is on its way to a slow server may stay there: its lease ends, and the next worker sends it again.
      await Promise.race([working, sleep(STOP_MS, undefined, { ref: false })])
    },
  }

  async function work(): Promise<void> {
    while (!stopped.signal.aborted) {
      await deliverMessages(pool, run).catch((fault: unknown) =>
        log.error({ err: describeFault(fault) }, 'messages not delivered'),
      )
      await sleep(EVERY_MS, undefined, { signal: stopped.signal, ref: false }).catch(() => {})
    }
  }
}
