import type { Pool } from '#lib/db/pool.ts'
import type { ChainFault } from '#lib/domain/audit-chain.ts'

/** A verification of the whole chain, as it was put down. */
export interface ChainCheck {
  readonly at: Date
  readonly entries: string
  readonly lastEntryId: string
  /** When the last verified entry was written. */
  readonly lastAt: Date | null
  readonly fault: ChainFault | null
  readonly faultAt: string | null
  readonly tookMs: number
}

export async function insertCheck(pool: Pool, check: ChainCheck): Promise<void> {
  const { at, entries, lastEntryId, lastAt, fault, faultAt, tookMs } = check
  await pool.query(
    `INSERT INTO audit_check (at, entries, last_entry_id, last_at, fault, fault_at, took_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [at, entries, lastEntryId, lastAt, fault, faultAt, tookMs],
  )
}

export async function readLastCheck(pool: Pool): Promise<ChainCheck | undefined> {
  const { rows } = await pool.query<ChainCheck>(
    `SELECT at, entries::text AS entries, last_entry_id::text AS "lastEntryId", last_at AS "lastAt", fault,
       fault_at AS "faultAt", took_ms AS "tookMs" FROM audit_check ORDER BY id DESC LIMIT 1`,
  )
  return rows[0]
}
