import { timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { type Actor, identityOf, type VerifiedIdentity } from '#lib/domain/actor.ts'
import { PARTNER_CODE_TRIES, readPartnerCode } from '#lib/domain/partner-code.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { partyOf } from './appointment-view.ts'
import { readSettled } from './get-appointment.ts'
import { hashPartnerCode } from './make-partner-code.ts'
import { openParty } from './open-party.ts'
import { reopenSlots } from './remember-sold-out.ts'
import { type SealedParty, sealParty } from './seal-party.ts'
import { type AppointmentRecord, agree, countWrongTry, freeSeat, lockSlots, swapStatus } from './store.ts'
import { writeOnce } from './write-once.ts'

export interface Agreement {
  readonly actor: Actor
  readonly code: string
  readonly partnerCode: string
  readonly key: string
  readonly now: Date
}

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
      if (appointment.previousSlotId) await freeSeat(client, appointment.previousSlotId, appointment.pool)
      await agree(client, appointment.id, appointment.askedRole, resealed(appointment, identity), now)
      await writeEntry(client, entryOf(agreement, appointment, 'appointment-confirmed'))
      await queueMessages(client, toBoth(appointment, 'confirmed', now))
      if (appointment.previousSlotId) reopenSlots([appointment.previousSlotId])
      return accept({ code: appointment.code, status: 'confirmed' })
    },
  })
}

/** Who is asked, and with the right code? A wrong code of the right person is counted; five void it. */
export async function checkAgreement(
  pool: Pool,
  agreement: Agreement,
): Promise<Result<{ appointment: AppointmentRecord; identity: VerifiedIdentity }>> {
  const identity = identityOf(agreement.actor)
  const appointment = await readSettled(pool, agreement.code, agreement.now)
  if (!appointment || !identity) return refuse('not-found')
  const isRightCode = matchesCode(appointment, agreement.partnerCode)
  if (partyOf(appointment, identity)?.role !== appointment.askedRole) {
    if (partyOf(appointment, identity))
      return refuse('not-allowed', [{ path: 'onBehalfOf', reason: 'own-appointment' }])
    return isRightCode
      ? refuse('not-allowed', [{ path: 'onBehalfOf', reason: 'somebody-else-was-named' }])
      : refuse('not-found')
  }
  if (appointment.status !== 'awaiting-partner') return accept({ appointment, identity })
  const refusal = await refuseWrongCode(pool, appointment, isRightCode)
  return refusal ?? accept({ appointment, identity })
}

async function refuseWrongCode(
  pool: Pool,
  appointment: AppointmentRecord,
  isRightCode: boolean,
): Promise<Refusal | undefined> {
  if (appointment.partnerCodeTries >= PARTNER_CODE_TRIES)
    return refuse('partner-code-wrong', [{ path: 'partnerCode', reason: 'no-tries-left' }])
  if (isRightCode) return undefined
  const tries = await countWrongTry(pool, appointment.id)
  const reason = tries >= PARTNER_CODE_TRIES ? 'no-tries-left' : 'wrong-code'
  return refuse('partner-code-wrong', [{ path: 'partnerCode', reason }])
}

function matchesCode(appointment: AppointmentRecord, typed: string): boolean {
  const code = readPartnerCode(typed)
  const { partnerCodeHash, id } = appointment
  return (
    code !== undefined &&
    partnerCodeHash !== undefined &&
    timingSafeEqual(hashPartnerCode(code, id), partnerCodeHash)
  )
}

function resealed(appointment: AppointmentRecord, identity: VerifiedIdentity): Buffer {
  const role = appointment.askedRole
  const stored = appointment.parties.find((party) => party.role === role)
  if (!stored) throw new Error('an appointment that waits has a partner')
  const typed: SealedParty = openParty(appointment.id, role, stored.sealed)
  return sealParty(appointment.id, role, {
    ...typed,
    name: identity.name,
    phone: identity.phone ?? typed.phone,
  })
}

/** The record of an act of one of the people. */
export function entryOf(by: { actor: Actor; now: Date }, appointment: AppointmentRecord, act: string) {
  const { actor, now: at } = by
  const { id: subjectId, officeId } = appointment
  return {
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    act,
    subjectKind: 'appointment',
    subjectId,
    officeId,
  } as const
}

/** The same news to both, each in their own language. */
export function toBoth(
  appointment: AppointmentRecord,
  event: 'confirmed' | 'declined' | 'cancelled' | 'moved',
  dueAt: Date,
) {
  return appointment.parties.map(({ role, locale }) => ({
    appointmentId: appointment.id,
    role,
    event,
    locale,
    dueAt,
  }))
}
