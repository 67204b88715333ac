import { writeEntry } from '#lib/audit/write-entry.ts'
import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { DocumentType } from '#lib/domain/party-type.ts'
import { fieldView, type PersonField } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { REVEAL_REASONS, type RevealReason } from '#lib/domain/reveal-reason.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findExpectedById } from './expected.sql.ts'
import { openGate } from './open-gate.ts'

/** A person whole, as far as the role of whoever asks may see them with a reason. */
export interface RevealedPerson {
  readonly name?: string
  readonly documentType?: DocumentType
  readonly documentNumber?: string
  readonly phone?: string
}

const FIELDS = ['name', 'documentNumber', 'phone'] as const satisfies readonly PersonField[]

/**
 * Shows one of the people of an appointment whole, for a reason. Who looked, at whom, at what and why is on the record
 * before anything is shown, and the two read in their own record that the office has looked. 个人信息保护法 art. 51, 54.
 */
export async function revealPerson(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly appointmentId: string
    readonly role: number
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<RevealedPerson>> {
  const { actor, appointmentId, role, now } = wish
  const place = await openGate(pool, wish, 'reveal-person')
  if ('ok' in place) return place
  const reason: RevealReason | undefined = REVEAL_REASONS.find((one) => one === wish.reason)
  if (!reason) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
  const one = isUuid(appointmentId) ? await findExpectedById(pool, appointmentId) : undefined
  const person = one?.people.find((other) => other.role === role)
  if (!person || one?.officeId !== place.id) return refuse('not-found')
  const fields = FIELDS.filter((field) => fieldView(actor.grants, field, place) === 'on-reason')
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'person-revealed',
    subjectKind: 'appointment',
    subjectId: appointmentId,
    officeId: place.id,
    detail: { role, reason, fields },
  })
  const { name, documentType, documentNumber, phone } = openParty(appointmentId, role, person.sealed)
  return accept({
    ...(fields.includes('name') ? { name } : {}),
    ...(fields.includes('documentNumber') ? { documentType, documentNumber } : {}),
    ...(fields.includes('phone') && phone ? { phone } : {}),
  })
}
