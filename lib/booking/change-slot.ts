import type { PoolClient } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { moveTo, takeSeatFrom } from './move.sql.ts'
import type { Move } from './move-appointment.ts'
import type { StoredMove } from './read-move-answer.ts'
import { resealParty } from './reseal-party.ts'
import { type AppointmentRecord, agree, type PartyRecord, swapStatus } from './store.ts'

export interface Change extends Move {
  readonly appointment: AppointmentRecord
  readonly mover: PartyRecord
  /** Nothing binds them to the old time: the office cannot hold it. */
  readonly isFree: boolean
  /** Until when the other may answer, where there is one. */
  readonly until: Date
}

/** What became of the wish: the time changed, the other was asked, or an earlier wish was taken back. */
export type Changed = Omit<StoredMove, 'code'> & { readonly became: 'moved' | 'asked' | 'taken-back' }

/** Takes the new seat and lets go of the one that is not kept, in the transaction of the caller, who holds the slots. */
export async function changeSlot(client: PoolClient, change: Change): Promise<Result<Changed>> {
  const { appointment, slotId } = change
  if (slotId === appointment.previousSlotId) return goBack(client, change)
  const seat = await takeSeatFrom(client, slotId, appointment.pool)
  if (seat !== 'taken') return refuse(seat === 'full' ? 'slot-full' : 'slot-closed')
  return appointment.parties.length === 1 || change.isFree
    ? changeAlone(client, change)
    : askOther(client, change)
}

/** Who comes alone asks nobody; nor does who lost the time that both had agreed to. */
async function changeAlone(
  client: PoolClient,
  { appointment, slotId, now }: Change,
): Promise<Result<Changed>> {
  if (!(await moveTo(client, appointment, slotId))) return changedMeanwhile()
  await giveSeatBack(client, { slotId: appointment.slotId, pool: appointment.pool, now })
  return accept({ became: 'moved', status: appointment.status })
}

/** A time that both agreed to is kept until the other has answered; one that still waited is not. */
async function askOther(client: PoolClient, change: Change): Promise<Result<Changed>> {
  const { appointment, slotId, mover, until, now } = change
  const wasAgreed = appointment.status === 'confirmed'
  const keeps = wasAgreed ? appointment.slotId : appointment.previousSlotId
  const round = appointment.partnerCodeRound + 1
  const { hash } = makePartnerCode(appointment.id, round)
  const wait = { until, askedRole: 3 - mover.role, round, hash, keeps }
  if (!(await moveTo(client, appointment, slotId, wait))) return changedMeanwhile()
  if (!wasAgreed) await giveSeatBack(client, { slotId: appointment.slotId, pool: appointment.pool, now })
  // Who was asked and proposes another time agrees to it by that.
  const identity = identityOf(change.actor)
  if (!wasAgreed && mover.role === appointment.askedRole && identity)
    await agree(client, appointment.id, mover.role, resealParty(appointment, mover.role, identity), now)
  const became = keeps === undefined ? 'moved' : 'asked'
  return accept({ became, status: 'awaiting-partner', heldUntil: until.toISOString(), round })
}

/** Back to the time both had agreed to: it was kept, and nobody has to agree again. */
async function goBack(client: PoolClient, { appointment, slotId, now }: Change): Promise<Result<Changed>> {
  if (!(await swapStatus(client, appointment, { status: 'confirmed', now, slotId })))
    return changedMeanwhile()
  await giveSeatBack(client, { slotId: appointment.slotId, pool: appointment.pool, now })
  return accept({ became: 'taken-back', status: 'confirmed' })
}

function changedMeanwhile(): Refusal {
  return refuse('not-allowed', [{ path: 'code', reason: 'changed-meanwhile' }])
}
