import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { partyOf } from './party-of.ts'
import { readComingToken } from './read-coming-token.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentRecord, PartyRecord } from './store.ts'

/** Who answers: whoever holds the link of the message, or one of the people, signed in. */
export type ComingProof =
  | { readonly token: string }
  | { readonly actor: Actor; readonly code: string; readonly slotId: number }

export interface ComingPass {
  readonly appointment: AppointmentRecord
  readonly party: PartyRecord
  readonly by: { readonly actorKind: Actor['kind']; readonly actorId?: string }
}

/**
 * Whose answer a proof brings, and about which appointment. Undefined when it is forged, when the appointment has begun,
 * or when it no longer stands in the slot that was asked about.
 */
export async function readComingPass(
  pool: Pool,
  proof: ComingProof,
  now: Date,
): Promise<ComingPass | undefined> {
  const link = 'token' in proof ? readComingToken(proof.token) : proof
  const appointment = link && (await readSettled(pool, link.code, now))
  if (!link || appointment?.slotId !== link.slotId) return undefined
  if (instantAt(appointment.date, appointment.startTime) <= now) return undefined
  const party =
    'role' in link
      ? appointment.parties.find(({ role }) => role === link.role)
      : partyOf(appointment, identityOf(link.actor))
  if (!party) return undefined
  const by =
    'actor' in link
      ? { actorKind: link.actor.kind, actorId: link.actor.id }
      : { actorKind: 'person' as const }
  return { appointment, party, by }
}
