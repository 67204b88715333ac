import type { Pool } from '#lib/db/pool.ts'
import { insertCheck } from './check.sql.ts'
import { loadAuditKeys } from './load-audit-keys.ts'
import { type Verification, verifyChain } from './verify-chain.ts'

/** Verifies the whole chain with our own keys, puts down what came of it, and returns it. */
export async function checkChain(pool: Pool, now: Date): Promise<Verification> {
  const began = performance.now()
  const found = await verifyChain(pool, { keys: loadAuditKeys().known, now })
  await insertCheck(pool, {
    at: now,
    entries: `${found.entries}`,
    lastEntryId: found.lastEntryId,
    lastAt: found.lastAt,
    fault: found.fault?.kind ?? null,
    faultAt: found.fault?.at ?? null,
    tookMs: Math.round(performance.now() - began),
  })
  return found
}
