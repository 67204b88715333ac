import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { isFreeToChange, keptSlots } from '#lib/domain/held-by-office.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type OutgoingMessage, queueMessages } from '#lib/notification/queue-messages.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { type Changed, changeSlot } from './change-slot.ts'
import { countQuotaLeft } from './count-quota-left.ts'
import { decideMove } from './decide-move.ts'
import { entryOf } from './entry-of.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { letGoOfOffer } from './let-go-of-offer.ts'
import { loadVisitGrounds } from './load-visit-grounds.ts'
import { partyOf } from './party-of.ts'
import { type MoveAnswer, readMoveAnswer, type StoredMove } from './read-move-answer.ts'
import { readSettled } from './read-settled.ts'
import { reopenSlots } from './reopen-slots.ts'
import { settleOverdue } from './settle-overdue.ts'
import { type AppointmentRecord, lockSlots } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

export interface Move {
  readonly actor: Actor
  readonly code: string
  readonly slotId: number
  readonly key: string
  readonly now: Date
}

/**
 * Another time at the same office. The new seat is taken before the old one is let go, in one transaction. When both
 * had agreed, the other is asked again, and the old time is kept until the answer; until then a move to the old time
 * takes the wish back. A visit for a certificate stays inside the window of its case. Where the office
 * cannot hold the old time any more, the word of one is enough, and the change counts for nothing. Refuses `not-allowed`
 * with `moves-used-up` after as many wishes as the office's policy allows.
 */
export async function moveAppointment(pool: Pool, move: Move): Promise<Result<MoveAnswer>> {
  const { actor, now, key } = move
  const appointment = await readSettled(pool, move.code, now)
  const mover = appointment && partyOf(appointment, identityOf(actor))
  if (!appointment || !mover) return refuse('not-found')
  const slot = await findSlotFacts(pool, move.slotId, now)
  const policy = await loadPolicy(pool, appointment.officeId, now)
  const found = appointment.caseId ? await getCase(pool, appointment.caseId) : undefined
  const grounds = found && (await loadVisitGrounds(pool, found, now))
  const isFree = isFreeToChange(appointment) && appointment.status === 'confirmed'
  await settleOverdue(pool, now, { slotId: move.slotId })
  const answer = await writeOnce<StoredMove>(pool, {
    actor,
    key,
    operation: 'move',
    request: move.slotId,
    appointmentId: appointment.id,
    now,
    write: async (client) => {
      const decided = decideMove({ appointment, slot, policy, grounds, now })
      if (!decided.ok) return decided
      const { service, channelId } = appointment
      if ((await countQuotaLeft(client, { slotId: move.slotId, service, channelId })) < 1)
        return refuse('slot-full')
      const { slotId, previousSlotId = slotId } = appointment
      await lockSlots(client, [slotId, move.slotId, previousSlotId, ...keptSlots(appointment)])
      if (isFreeToChange(appointment))
        await letGoOfOffer(client, appointment, 'chose-other', now, move.slotId)
      const changed = await changeSlot(client, { ...move, appointment, mover, isFree, ...decided.value })
      if (!changed.ok) return changed
      const { became, ...answered } = changed.value
      await writeEntry(client, { ...entryOf(move, appointment, ACTS[became]), detail: { by: mover.role } })
      await queueMessages(client, newsOf(appointment, mover.role, changed.value, now))
      if (appointment.status !== 'confirmed' || answered.status === 'confirmed')
        reopenSlots([appointment.slotId])
      return accept({ code: appointment.code, ...answered })
    },
  })
  return answer.ok ? accept(readMoveAnswer(appointment.id, answer.value)) : answer
}

const ACTS = {
  moved: 'appointment-moved',
  asked: 'move-asked',
  'taken-back': 'move-taken-back',
} as const satisfies Record<Changed['became'], string>

/** Both hear what has happened; a question is for the other alone. */
function newsOf(
  appointment: AppointmentRecord,
  by: number,
  { became, status }: Changed,
  dueAt: Date,
): OutgoingMessage[] {
  if (became === 'taken-back')
    return toBoth(appointment, { event: 'move-lapsed', dueAt, detail: { by, because: 'taken-back' } })
  if (status !== 'awaiting-partner') return toBoth(appointment, { event: 'moved', dueAt, detail: { by } })
  const asked = { event: 'move-asked', dueAt, detail: { by, keeps: became === 'asked' } } as const
  return toBoth(appointment, asked).filter(({ role }) => role !== by)
}
