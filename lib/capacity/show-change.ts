import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { maskName } from '#lib/domain/masking.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type ChangedRow, type MadeChange, readChange, readCouples } from './progress.sql.ts'
import { refuseChange } from './refuse-change.ts'

/** A change with each couple that it concerns, names masked. */
export interface ShownChange extends MadeChange {
  readonly rows: readonly (Omit<ChangedRow, 'people'> & { readonly names: readonly string[] })[]
}

/** How a change of an office stands: counts, and a result for each couple. */
export async function showChange(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly changeId: string },
): Promise<Result<ShownChange>> {
  const made = isUuid(wish.changeId) ? await readChange(pool, wish.changeId) : undefined
  if (!made) return refuse('not-found')
  const refusal = await refuseChange(pool, { actor: wish.actor, officeId: made.officeId })
  if (refusal) return refusal
  const couples = await readCouples(pool, made.id, { onlyToPhone: false })
  return accept({
    ...made,
    rows: couples.map(({ people, ...row }) => ({
      ...row,
      names: people.map(({ role, sealed }) => maskName(openParty(row.appointmentId, role, sealed).name)),
    })),
  })
}
