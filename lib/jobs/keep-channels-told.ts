import { deliverWebhooks } from '#lib/booking/deliver-webhooks.ts'
import { listWaitingChannels } from '#lib/booking/list-waiting-channels.ts'
import { pool } from '#lib/db/pool.ts'

const ROUND_MS = 55_000
const LOOK_EVERY_MS = 1000

/**
 * Tells channels what is due, looking every second for most of a minute. Each channel has a lane of its own, so that one
 * whose server is slow holds up nobody else. Ends early when `signal` says so.
 */
export async function keepChannelsTold(begun: Date, signal?: AbortSignal): Promise<void> {
  const lanes = new Map<string, Promise<unknown>>()
  const faults: unknown[] = []
  const over = () => signal?.aborted || Date.now() - begun.getTime() > ROUND_MS
  while (!over()) {
    for (const channelId of await listWaitingChannels(pool(), new Date())) {
      if (lanes.has(channelId)) continue
      const lane = deliverWhileDue(channelId, over).catch((fault) => faults.push(fault))
      lanes.set(
        channelId,
        lane.then(() => lanes.delete(channelId)),
      )
    }
    await wait(LOOK_EVERY_MS, signal)
  }
  await Promise.all(lanes.values())
  if (faults.length > 0) throw faults[0]
}

async function deliverWhileDue(channelId: string, over: () => boolean | undefined): Promise<void> {
  while (!over() && (await deliverWebhooks(pool(), { channelId, now: new Date() })) > 0);
}

function wait(forMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, forMs)
    signal?.addEventListener('abort', end)
  })
}
