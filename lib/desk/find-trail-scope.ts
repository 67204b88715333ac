import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { openGate } from './open-gate.ts'
import { readOfficePlaces } from './trail.sql.ts'

/** Of which offices somebody may read the record: one, or all in which they may. */
export interface TrailScope {
  readonly officeIds: readonly string[]
  /** What concerns no office as well. */
  readonly everywhere: boolean
  /** Whether appointment codes may be shown: to those who see the day, not to auditors. */
  readonly showsCodes: boolean
}

/** The offices whose record this member of staff may read: `officeId` alone, or with `wide` all of their scope. */
export async function findTrailScope(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly wide: boolean
    readonly now: Date
  },
): Promise<Result<TrailScope>> {
  const { actor, wide } = wish
  const place = await openGate(pool, wish, 'see-trail')
  if ('ok' in place) return place
  const showsCodes = !refuseStaff(actor, 'see-day', place)
  if (!wide) return accept({ officeIds: [place.id], everywhere: false, showsCodes })
  const places = await readOfficePlaces(pool)
  return accept({
    officeIds: places.filter((one) => mayDo(actor.grants, 'see-trail', one)).map(({ id }) => id),
    everywhere: !refuseStaff(actor, 'see-trail', undefined),
    showsCodes,
  })
}
