import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import {
  decideTicks,
  leftOpen,
  type MissingNotice,
  missingNotice,
  stillMissing,
} from '#lib/domain/materials-tick.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { compilePapers } from './compile-papers.ts'
import { findExpectedById } from './expected.sql.ts'
import { type DeskResult, refuseStale } from './refuse-stale.ts'
import { insertEvent, lockTicket, swapTicket } from './store.ts'
import type { StepWish } from './take-step.ts'

/**
 * Puts down which papers of the checklist were seen at the window and which are missing, and makes the notice that tells
 * everything missing at once. For a certificate of divorce it names the last day of the window.
 */
export async function tickMaterials(
  pool: Pool,
  wish: StepWish & {
    readonly seen: readonly string[]
    /** Without it, what was missing before and has not come meanwhile. */
    readonly missing?: readonly string[]
  },
): Promise<DeskResult<{ readonly ticket: Ticket; readonly notice: MissingNotice | undefined }>> {
  const { actor, now } = wish
  if (!isUuid(wish.ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, wish.ticketId)
    if (!found) return refuse('not-found')
    const { ticket, place } = found
    const refusal = refuseStaff(actor, 'review-papers', place)
    if (refusal) return refusal
    if (ticket.version !== wish.version) return refuseStale(ticket)
    if (ticket.date !== shanghaiToday(now))
      return { ...refuse('not-allowed', [{ path: 'ticketId', reason: 'not-today' }]), current: ticket }
    const one = ticket.appointmentId ? await findExpectedById(client, ticket.appointmentId) : undefined
    const checklist = await compilePapers(ticket, one, now)
    if (!checklist) return refuse('not-found')
    const missing = wish.missing ?? stillMissing(ticket.materials, wish.seen)
    const ticked = decideTicks(checklist, { seen: wish.seen, missing })
    if (!ticked.ok) return ticked
    const after = await swapTicket(client, ticket, { materials: ticked.value })
    if (!after) throw new Error('a ticket changed while it was locked')
    const { seen } = ticked.value
    const detail = { seen: seen.length, missing: missing.length }
    // The numbers tell from it when the papers were checked, and those of which service.
    const checked = { ...detail, left: leftOpen(checklist, ticked.value), service: ticket.service }
    await insertEvent(client, { ticket: after, event: 'tick', at: now, staffId: actor.id, detail: checked })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'materials-ticked',
      subjectKind: 'ticket',
      subjectId: ticket.id,
      officeId: ticket.officeId,
      detail,
    })
    const by = one?.certWindowEnd ?? undefined
    return accept({ ticket: after, notice: missingNotice(checklist, ticked.value, by) })
  })
}
