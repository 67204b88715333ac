import { timingSafeEqual } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf, type VerifiedIdentity } from '#lib/domain/actor.ts'
import { PARTNER_CODE_TRIES, readPartnerCode } from '#lib/domain/partner-code.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { hashPartnerCode } from './hash-partner-code.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import { type AppointmentRecord, spendTry } from './store.ts'

/** The answer of the one who was asked. */
export interface Agreement {
  readonly actor: Actor
  readonly code: string
  readonly partnerCode: string
  readonly key: string
  readonly now: Date
}

/** Who is asked, and with the right code? The right person has five tries. */
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

// The try is used before the code is looked at: who sends many guesses at once has no more of them.
async function refuseWrongCode(
  pool: Pool,
  appointment: AppointmentRecord,
  isRightCode: boolean,
): Promise<Refusal | undefined> {
  const tries = await spendTry(pool, appointment.id)
  if (tries !== undefined && isRightCode) return undefined
  const reason = tries === undefined || tries >= PARTNER_CODE_TRIES ? 'no-tries-left' : 'wrong-code'
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
