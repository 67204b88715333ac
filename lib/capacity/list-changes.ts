import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { type MadeChange, readChanges } from './progress.sql.ts'
import { refuseChange } from './refuse-change.ts'

const MOST = 50

/** The changes of an office, who made them and what became of the couples, the latest first. */
export async function listChanges(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string },
): Promise<Result<readonly MadeChange[]>> {
  return (await refuseChange(pool, wish)) ?? accept(await readChanges(pool, wish.officeId, MOST))
}
