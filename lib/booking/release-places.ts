import type { Pool } from '#lib/db/pool.ts'
import { readReleases } from './materialise-slots.sql.ts'
import { materialiseSlots } from './materialise-slots.ts'

/** A job that was late by less than this still releases what it missed; the nightly run does the rest. */
const LOOK_BACK_MS = 600_000

/** Puts the places on offer whose instant of release has come, office by office and day by day. Twice is once. */
export async function releasePlaces(pool: Pool, now: Date): Promise<void> {
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  for (const { date, officeIds } of await readReleases(pool, { since, now }))
    await materialiseSlots(pool, { from: date, until: date }, { officeIds, now })
}
