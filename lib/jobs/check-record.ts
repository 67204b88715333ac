import { checkChain } from '#lib/audit/check-chain.ts'
import { sealEntries } from '#lib/audit/seal-entries.ts'
import { pool } from '#lib/db/pool.ts'
import { log } from '#lib/log.ts'

/**
 * Seals what has come, verifies the whole record, and writes its newest head into the log, which is kept outside of
 * the database: whoever rewrites both the record and its keys would have to rewrite that as well.
 */
export async function checkRecord(now: Date): Promise<void> {
  await sealEntries(pool(), now)
  const { entries, lastEntryId, newestHead, fault } = await checkChain(pool(), now)
  const head = newestHead && {
    day: newestHead.day,
    lastEntryId: newestHead.lastEntryId,
    hash: newestHead.hash.toString('hex'),
    keyId: newestHead.keyId,
    signature: newestHead.signature.toString('base64url'),
  }
  if (fault) log.error({ fault, lastEntryId, head }, 'the record is not as it was sealed')
  else log.info({ entries: `${entries}`, lastEntryId, head }, 'the record is whole')
}
