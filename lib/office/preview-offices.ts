import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { placesFor } from '#lib/domain/place-scope.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { type JudgedFile, judgeOfficeFile } from './judge-office-file.ts'

/** What a file of offices would do, line by line; nothing is written. */
export async function previewOffices(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly file: Uint8Array; readonly now: Date },
): Promise<Result<JudgedFile>> {
  const { actor, file, now } = wish
  const { grants } = actor
  const { prefixes, officeIds } = placesFor(grants, 'edit-office')
  if (prefixes.length + officeIds.length === 0)
    return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  return poolTransaction(pool, (client) => judgeOfficeFile(client, { grants, file, now }))
}
