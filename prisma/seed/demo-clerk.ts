import type { Pool } from '#lib/db/pool.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { STAFF } from './staff-plan.ts'

/** The clerk of an office of the demo world, for what its desk has done before anybody looked. */
export async function demoClerk(pool: Pool, officeId: string): Promise<StaffActor> {
  const plan = STAFF.find((one) => one.officeId === officeId && one.grant.role === 'clerk')
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM staff WHERE username = $1', [
    plan?.username,
  ])
  const [row] = rows
  const actor = plan && row && mintActor({ kind: 'staff', id: row.id, name: plan.name, grants: [plan.grant] })
  if (actor?.kind !== 'staff') throw new Error(`there is no clerk at ${officeId}`)
  return actor
}
