import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { type Agreement, checkAgreement } from './check-agreement.ts'
import type { AgreementAnswer } from './confirm-appointment.ts'
import { entryOf } from './entry-of.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { reopenSlots } from './reopen-slots.ts'
import { lockSlots, releaseParties, swapStatus } from './store.ts'
import { toBoth } from './to-both.ts'
import { writeOnce } from './write-once.ts'

/**
 * The partner says no: the seat is free again at once. To a move she says no in the same way; then both keep the time
 * they had.
 */
export async function declineAppointment(pool: Pool, agreement: Agreement): Promise<Result<AgreementAnswer>> {
  const { actor, now, key } = agreement
  const checked = await checkAgreement(pool, agreement)
  if (!checked.ok) return checked
  const { appointment } = checked.value
  return writeOnce(pool, {
    actor,
    key,
    operation: 'decline',
    request: agreement.partnerCode,
    appointmentId: appointment.id,
    now,
    write: async (client) => {
      if (appointment.status !== 'awaiting-partner') return refuse('hold-expired')
      const keeps = appointment.previousSlotId
      await lockSlots(client, [appointment.slotId])
      const change = keeps
        ? ({ status: 'confirmed', now, slotId: keeps } as const)
        : ({ status: 'declined', now, endReason: 'partner-declined' } as const)
      if (!(await swapStatus(client, appointment, change))) return refuse('hold-expired')
      const { slotId, pool: share, caseId } = appointment
      await giveSeatBack(client, { slotId, pool: share, caseId: keeps ? undefined : caseId, now })
      if (!keeps) await releaseParties(client, appointment.id)
      const act = keeps ? 'move-declined' : 'appointment-declined'
      const by = appointment.askedRole
      await writeEntry(client, { ...entryOf(agreement, appointment, act), detail: { by } })
      const detail = { by, move: keeps !== undefined }
      await queueMessages(client, toBoth(appointment, { event: 'declined', dueAt: now, detail }))
      reopenSlots([appointment.slotId])
      return accept({ code: appointment.code, status: keeps ? 'confirmed' : 'declined' })
    },
  })
}
