import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { type ActPlace, mayDoAt } from '#lib/domain/place-act.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { findPlace } from './policy.sql.ts'

/** A place with its name; the nation has none of its own. */
export interface NamedPlace extends ActPlace {
  readonly name: LocalizedText | undefined
  /** Whether this person sees the rules of the place itself, not only what comes down from it. */
  readonly maySee: boolean
}

/** The places from the nation down to an office. */
export async function listPlacePath(
  pool: Pool,
  { actor, office }: { readonly actor: StaffActor; readonly office: OfficePlace },
): Promise<readonly NamedPlace[]> {
  const found = await Promise.all(scopePath(office).map((scope) => findPlace(pool, scope)))
  return found.flatMap((place) =>
    place ? [{ ...place, maySee: mayDoAt(actor.grants, 'see-policies', place) }] : [],
  )
}
