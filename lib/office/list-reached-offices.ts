import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { placesFor } from '#lib/domain/place-scope.ts'
import { type ReachedOffice, readReachedOffices } from './tree.sql.ts'

/** The offices where somebody may do an act, in the order of the tree, up to a number; how many there are in all. */
export async function listReachedOffices(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly act: StaffAct; readonly most: number },
): Promise<{ readonly offices: readonly ReachedOffice[]; readonly total: number }> {
  return readReachedOffices(pool, { ...placesFor(wish.actor.grants, wish.act), most: wish.most })
}
