import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { type ComingProof, readComingPass } from './read-coming-pass.ts'
import { reopenSlots } from './reopen-slots.ts'
import { freeSeat, lockSlots, releaseParties, swapStatus } from './store.ts'
import { toBoth } from './to-both.ts'

/**
 * "No": one of the two does not come, so the appointment ends and its seat is free at once; both are told. Taken until
 * the appointment begins, also after the office's cut-off: a seat that is known to be empty helps whoever waits.
 */
export async function sayNotComing(
  pool: Pool,
  proof: ComingProof,
  now: Date,
): Promise<Result<{ readonly code: string }>> {
  const pass = await readComingPass(pool, proof, now)
  if (!pass) return refuse('not-found')
  const { appointment, by } = pass
  const { id, code, officeId, slotId, status, endReason } = appointment
  // Pressed twice, or both at once: it is over as they wished.
  if (status === 'cancelled' && endReason === 'not-coming') return accept({ code })
  if (status !== 'confirmed') return refuse('not-allowed', [{ path: 'code', reason: status }])
  const ended = await poolTransaction(pool, async (client) => {
    await lockSlots(client, [slotId])
    const change = { status: 'cancelled', now, endReason: 'not-coming' } as const
    if (!(await swapStatus(client, appointment, change))) return false
    await freeSeat(client, slotId, appointment.pool)
    await releaseParties(client, id)
    const about = { subjectKind: 'appointment', subjectId: id, officeId } as const
    await writeEntry(client, { at: now, ...by, act: 'appointment-cancelled', ...about })
    await queueMessages(client, toBoth(appointment, 'cancelled', now))
    return true
  })
  if (ended) reopenSlots([slotId])
  return ended ? accept({ code }) : sayNotComing(pool, proof, now)
}
