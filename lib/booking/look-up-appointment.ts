import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { lastFourOf } from '#lib/domain/masking.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { maskedView } from './masked-view.ts'
import { noteLook } from './note-look.ts'
import { openParty } from './open-party.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentView } from './view-for.ts'

/**
 * An appointment found without signing in, by its code and the last four characters of one of the two documents. A wrong
 * code and a wrong number get the same answer; the edge limits the tries. Unless it is one of the two who looks, it goes
 * on the record.
 */
export async function lookUpAppointment(
  pool: Pool,
  wish: {
    readonly code: string
    readonly lastFour: string
    /** Who is signed in, if anybody. */
    readonly by?: Actor | undefined
    readonly now: Date
  },
): Promise<Result<AppointmentView>> {
  const record = await readSettled(pool, wish.code, wish.now)
  const lastFour = normalizeNumber(wish.lastFour)
  const known = record?.parties.some(
    (party) => lastFourOf(openParty(record.id, party.role, party.sealed).documentNumber) === lastFour,
  )
  if (!record || !known || lastFour.length !== 4) return refuse('not-found')
  const { by, now } = wish
  const isOwn = by !== undefined && partyOf(record, identityOf(by)) !== undefined
  if (!isOwn) await noteLook(pool, record, { by, act: 'appointment-looked-up', now })
  return accept(maskedView(record))
}
