import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { dropKeptSeat, type SeatWindow, takeSeatInWindow } from './kept-seat.sql.ts'
import { reopenSlots } from './reopen-slots.ts'

/**
 * Keeps a seat for a divorce case inside its window, so that nobody loses the window for want of one; the one kept
 * before is given back. The two may turn it into any other free time of the window. Tells the slot; undefined when the
 * office plans no slots in the window (yet).
 */
export async function keepSeat(client: PoolClient, window: SeatWindow): Promise<number | undefined> {
  const before = await dropKeptSeat(client, window.caseId)
  if (before !== undefined) reopenSlots([before])
  const kept = await takeSeatInWindow(client, window)
  if (kept?.isAdded) {
    await writeEntry(client, {
      at: window.now,
      actorKind: 'system',
      act: 'seat-added',
      subjectKind: 'case',
      subjectId: window.caseId,
      officeId: window.officeId,
    })
  }
  return kept?.slotId
}
