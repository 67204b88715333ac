import { once } from '#lib/db/once.ts'
import { pool } from '#lib/db/pool.ts'
import { type HallQueue, readDisplay } from '#lib/desk/read-display.ts'

const RECENT_MS = 900

interface Kept {
  readonly at: number
  readonly queue: Promise<HallQueue | undefined>
}

/**
 * The queue of an office as it was less than a second ago: however many screens and phones look, the database is asked
 * once a second. Ids that are no office are not kept, so nobody can fill the memory with them.
 */
export function recentHall(officeId: string): Promise<HallQueue | undefined> {
  const kept = keptHalls()
  const now = Date.now()
  const known = kept.get(officeId)
  if (known && Math.abs(now - known.at) < RECENT_MS) return known.queue
  const queue = readDisplay(pool(), { officeId, now: new Date(now) })
  kept.set(officeId, { at: now, queue })
  const drop = () => {
    if (kept.get(officeId)?.queue === queue) kept.delete(officeId)
  }
  queue.then((found) => found ?? drop(), drop)
  return queue
}

/** The queue after a change that was just heard of. */
export function freshHall(officeId: string): Promise<HallQueue | undefined> {
  keptHalls().delete(officeId)
  return recentHall(officeId)
}

function keptHalls(): Map<string, Kept> {
  return once('recent halls', () => new Map<string, Kept>())
}
