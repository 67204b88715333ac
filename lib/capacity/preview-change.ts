import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import type { AffectedCouple, PlannedPicture } from '#lib/domain/change-picture.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { drawPicture } from './draw-picture.ts'
import { findReachable } from './find-reachable.ts'
import { refuseChange } from './refuse-change.ts'
import { readUndone, type UndoneChange } from './undone.sql.ts'

/** What a change would do, for whoever decides about it. */
export interface ChangePicture extends PlannedPicture {
  readonly affected: readonly (AffectedCouple & {
    /** A message reaches each of its people. */
    readonly hasContact: boolean
  })[]
  /** Of a closure or a special day that is taken back. */
  readonly undone?: UndoneChange
  /** By it `makeChange` knows that this is still the picture that was looked at. */
  readonly hash: string
}

/** What a change of an office would do: places, couples, days of the law. Writes nothing. Refuses like `makeChange`. */
export async function previewChange(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly change: CapacityChange
    readonly now: Date
  },
): Promise<Result<ChangePicture>> {
  const refusal = await refuseChange(pool, wish)
  if (refusal) return refusal
  const drawn = await drawPicture(pool, wish)
  if (!drawn.ok) return drawn
  const { planned, hash } = drawn.value
  const reached = await findReachable(
    pool,
    planned.affected.map(({ appointmentId }) => appointmentId),
  )
  const affected = planned.affected.map((couple) => ({
    ...couple,
    hasContact: reached.has(couple.appointmentId),
  }))
  const undone = await readUndone(pool, wish.officeId, wish.change)
  return accept({ ...planned, affected, hash, ...(undone ? { undone } : {}) })
}
