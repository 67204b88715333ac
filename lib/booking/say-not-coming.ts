import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { readComingPass } from './read-coming-pass.ts'
import { reopenSlots } from './reopen-slots.ts'
import { lockSlots, releaseParties, swapStatus } from './store.ts'

/**
 * "No": one of the two does not come, so the appointment ends and its seat is given back at once; both are told. Taken until
 * the appointment begins, also after the office's cut-off: a seat that is known to be empty helps whoever waits.
 */
export async function sayNotComing(
  pool: Pool,
  token: string,
  now: Date,
): Promise<Result<{ readonly code: string }>> {
  const pass = await readComingPass(pool, token, now)
  if (!pass) return refuse('not-found')
  const { appointment, party } = pass
  const { id, code, officeId, slotId, status, endReason } = appointment
  // Pressed twice, or both at once: it is over as they wished.
  if (status === 'cancelled' && endReason === 'not-coming') return accept({ code })
  if (status !== 'confirmed') return refuse('not-allowed', [{ path: 'code', reason: status }])
  const ended = await poolTransaction(pool, async (client) => {
    await lockSlots(client, [slotId])
    const change = { status: 'cancelled', now, endReason: 'not-coming' } as const
    if (!(await swapStatus(client, appointment, change))) return false
    await giveSeatBack(client, { slotId, pool: appointment.pool, caseId: appointment.caseId, now })
    await releaseParties(client, id)
    const about = { subjectKind: 'appointment', subjectId: id, officeId } as const
    const detail = { by: party.role }
    await writeEntry(client, { at: now, actorKind: 'person', act: 'appointment-cancelled', ...about, detail })
    const told = { appointmentId: id, event: 'cancelled', dueAt: now, detail } as const
    await queueMessages(
      client,
      appointment.parties.map(({ role, locale }) => ({ ...told, role, locale })),
    )
    return true
  })
  if (ended) reopenSlots([slotId])
  return ended ? accept({ code }) : sayNotComing(pool, token, now)
}
