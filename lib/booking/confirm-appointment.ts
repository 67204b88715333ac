import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { type Agreement, checkAgreement } from './check-agreement.ts'
import { entryOf } from './entry-of.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { reopenSlots } from './reopen-slots.ts'
import { resealParty } from './reseal-party.ts'
import { agree, lockSlots, swapStatus } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

export interface AgreementAnswer {
  readonly code: string
  readonly status: 'confirmed' | 'declined'
}

/**
 * The partner agrees: only the person who was named, with the code that was given to her, while the seat waits. Her
 * own proof of identity replaces what was typed of her. Refuses `partner-code-wrong`, `not-allowed`, `hold-expired`.
 */
export async function confirmAppointment(pool: Pool, agreement: Agreement): Promise<Result<AgreementAnswer>> {
  const { actor, now, key } = agreement
  const checked = await checkAgreement(pool, agreement)
  if (!checked.ok) return checked
  const { appointment, identity } = checked.value
  return writeOnce(pool, {
    actor,
    key,
    operation: 'confirm',
    request: agreement.partnerCode,
    appointmentId: appointment.id,
    now,
    write: async (client) => {
      if (appointment.status === 'confirmed')
        return refuse('already-booked', [{ path: 'code', reason: 'already-confirmed' }])
      if (appointment.status !== 'awaiting-partner') return refuse('hold-expired')
      if (appointment.previousSlotId) await lockSlots(client, [appointment.previousSlotId])
      if (!(await swapStatus(client, appointment, { status: 'confirmed', now })))
        return refuse('hold-expired')
      if (appointment.previousSlotId)
        await giveSeatBack(client, { slotId: appointment.previousSlotId, pool: appointment.pool, now })
      const { askedRole } = appointment
      const isMove = appointment.previousSlotId !== undefined
      await agree(client, appointment.id, askedRole, resealParty(appointment, askedRole, identity), now)
      const act = isMove ? 'move-agreed' : 'appointment-confirmed'
      const detail = { by: askedRole }
      await writeEntry(client, { ...entryOf(agreement, appointment, act), detail })
      const event = isMove ? 'moved' : 'confirmed'
      await queueMessages(client, toBoth(appointment, { event, dueAt: now, detail }))
      if (appointment.previousSlotId) reopenSlots([appointment.previousSlotId])
      return accept({ code: appointment.code, status: 'confirmed' })
    },
  })
}
