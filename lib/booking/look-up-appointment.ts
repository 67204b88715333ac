import type { Pool } from '#lib/db/pool.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { lastFourOf } from '#lib/domain/masking.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { maskedView } from './masked-view.ts'
import { openParty } from './open-party.ts'
import { readSettled } from './read-settled.ts'
import type { AppointmentView } from './view-for.ts'

/**
 * An appointment found without signing in, by its code and the last four characters of one of the two documents. A wrong
 * code and a wrong number get the same answer; the edge limits the tries.
 */
export async function lookUpAppointment(
  pool: Pool,
  wish: { readonly code: string; readonly lastFour: string; readonly now: Date },
): Promise<Result<AppointmentView>> {
  const record = await readSettled(pool, wish.code, wish.now)
  const lastFour = normalizeNumber(wish.lastFour)
  const known = record?.parties.some(
    (party) => lastFourOf(openParty(record.id, party.role, party.sealed).documentNumber) === lastFour,
  )
  return record && known && lastFour.length === 4 ? accept(maskedView(record)) : refuse('not-found')
}
