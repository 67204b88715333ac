import { openParty } from '#lib/booking/open-party.ts'
import { readSettled } from '#lib/booking/read-settled.ts'
import type { Pool } from '#lib/db/pool.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'

/** The two people of an application, each with the language of their letters. */
export interface Couple {
  readonly parties: readonly [PartyFacts, PartyFacts]
  readonly locales: readonly [Locale, Locale]
}

/**
 * The two people of an appointment to apply at this office, so that nobody types their numbers again. Refuses a code that
 * is unknown here, or whose appointment has come to nothing.
 */
export async function readCouple(
  pool: Pool,
  { code, officeId, now }: { readonly code: string; readonly officeId: string; readonly now: Date },
): Promise<Result<Couple>> {
  const found = await readSettled(pool, code, now)
  const [first, second] = found?.parties ?? []
  if (found?.service !== 'DIVORCE_APPLICATION' || found.officeId !== officeId || !first || !second)
    return refuse('invalid-input', [{ path: 'code', reason: 'no-such-application' }])
  if (isOver(found.status)) return refuse('invalid-input', [{ path: 'code', reason: found.status }])
  const [one, other] = [first, second].map(({ role, sealed, partyType }) => ({
    ...openParty(found.id, role, sealed),
    partyType,
  }))
  if (!one || !other) throw new Error('an appointment for two has two people')
  return accept({ parties: [one, other], locales: [first.locale, second.locale] })
}
