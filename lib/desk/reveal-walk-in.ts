import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { fieldView } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { REVEAL_REASONS, type RevealReason } from '#lib/domain/reveal-reason.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { readSealedWalkIn } from './number.sql.ts'
import { openGate } from './open-gate.ts'
import type { RevealedPerson } from './reveal-person.ts'

/**
 * Shows the name that people who walked in gave, whole and for a reason, like `revealPerson`; it is all that is kept of
 * them, and only for the day. On the record before it is shown.
 */
export async function revealWalkIn(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly ticketId: string
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<RevealedPerson>> {
  const { actor, ticketId, now } = wish
  const place = await openGate(pool, wish, 'reveal-person')
  if ('ok' in place) return place
  const reason: RevealReason | undefined = REVEAL_REASONS.find((one) => one === wish.reason)
  if (!reason) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
  const sealed = isUuid(ticketId)
    ? await readSealedWalkIn(pool, { id: ticketId, officeId: place.id })
    : undefined
  if (!sealed || fieldView(actor.grants, 'name', place) !== 'on-reason') return refuse('not-found')
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'person-revealed',
    subjectKind: 'ticket',
    subjectId: ticketId,
    officeId: place.id,
    detail: { reason, fields: ['name'] },
  })
  return accept({ name: openJson<{ name: string }>(`ticket ${ticketId}`, sealed).name })
}
