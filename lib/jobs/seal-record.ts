import { findLastCheck } from '#lib/audit/find-last-check.ts'
import { sealEntries } from '#lib/audit/seal-entries.ts'
import { pool } from '#lib/db/pool.ts'
import { checkRecord } from './check-record.ts'

/** Seals what has come. A record that was never verified is, at once: nobody waits for the first night to see how far it is whole. */
export async function sealRecord(now: Date): Promise<void> {
  await sealEntries(pool(), now)
  if (!(await findLastCheck(pool()))) await checkRecord(now)
}
