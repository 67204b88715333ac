import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { CorrectionAnswer } from '#lib/domain/correction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { closeCorrection } from './correction.sql.ts'

/**
 * The desk of the appointment's own office answers a request, once; a request of another office, an unknown one and one
 * that has its answer sound the same. `staffId` is whose word it is, for the record.
 */
export async function answerCorrection(
  pool: Pool,
  wish: {
    readonly staffId: string
    readonly officeId: string
    readonly id: string
    readonly answer: CorrectionAnswer
    readonly now: Date
  },
): Promise<Result<{ readonly appointmentId: string }>> {
  const { staffId, officeId, now } = wish
  return poolTransaction(pool, async (client) => {
    const appointmentId = await closeCorrection(client, wish)
    if (!appointmentId) return refuse('not-found')
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: staffId,
      act: 'correction-answered',
      subjectKind: 'appointment',
      subjectId: appointmentId,
      officeId,
    })
    return accept({ appointmentId })
  })
}
