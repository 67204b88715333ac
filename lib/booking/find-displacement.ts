import type { Pool } from '#lib/db/pool.ts'
import { type Displacement, readDisplacement } from './displaced.sql.ts'

/** What the office did to the time of an appointment last, and what is kept for its people instead; undefined when nothing. */
export function findDisplacement(pool: Pool, appointmentId: string): Promise<Displacement | undefined> {
  return readDisplacement(pool, appointmentId)
}
