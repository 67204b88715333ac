import type { Pool } from '#lib/db/pool.ts'
import { listAbout, type TrailRecord } from './store.ts'

/** An act on the record as one of the people concerned may see it. */
export interface TrailEntry {
  readonly id: string
  readonly subjectId: string
  readonly at: Date
  readonly act: string
  readonly who: TrailRecord['who']
  /** The name of a channel, and for which of the two it spoke. */
  readonly name?: string
  readonly forWhom?: 'you' | 'other'
}

/** What was done about these subjects, the latest first, told to the viewer; never the name of a clerk. */
export async function listTrail(pool: Pool, wish: Parameters<typeof listAbout>[1]): Promise<TrailEntry[]> {
  if (wish.subjectIds.length === 0) return []
  const records = await listAbout(pool, wish)
  return records.map(({ id, subjectId, at, act, who, name, forWhom }) => ({
    id,
    subjectId,
    at,
    act,
    who,
    ...(who === 'channel' && name ? { name } : {}),
    ...(who === 'channel' && forWhom ? { forWhom } : {}),
  }))
}
