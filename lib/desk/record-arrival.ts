import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { ArrivalJudgement } from '#lib/domain/arrival.ts'
import { openGate } from './open-gate.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type Arrival, takeArrival } from './take-arrival.ts'

export interface ArrivalWish {
  readonly actor: StaffActor
  /** Where they stand. */
  readonly officeId: string
  readonly code: string
  /** Who of the two is here; whoever came before stays counted. */
  readonly roles: readonly number[]
  readonly greenChannel?: boolean
  /** Somebody else has come for the person, who counts as here by that. */
  readonly proxy?: boolean
  readonly now: Date
}

/**
 * Puts down that one or both have arrived, and gives them their number. With one of two here the number waits outside
 * the queue until the other comes too; their place counts from then. Refuses with the verdict and the next step whoever
 * cannot be taken in.
 */
export async function recordArrival(
  pool: Pool,
  wish: ArrivalWish,
): Promise<DeskResult<Arrival> & { readonly judgement?: ArrivalJudgement }> {
  const place = await openGate(pool, wish, 'record-arrival')
  if ('ok' in place) return place
  return takeArrival(pool, { ...wish, by: { kind: 'staff', id: wish.actor.id } })
}
