import { type Refusal, type RefusalDetail, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'

/** A refusal of the desk: where a ticket is in the way or has changed, it comes along as it stands now. */
export interface DeskRefusal extends Refusal {
  readonly current?: Ticket | undefined
}

export type DeskResult<Value> = { readonly ok: true; readonly value: Value } | DeskRefusal

/** Refuses what was done to a ticket that somebody else has changed since it was seen. */
export function refuseStale(current: Ticket | undefined): DeskRefusal {
  return { ...refuse('not-allowed', [CHANGED]), current }
}

const CHANGED: RefusalDetail = { path: 'version', reason: 'changed-meanwhile' }
