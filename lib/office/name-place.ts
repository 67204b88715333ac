import type { Pool } from '#lib/db/pool.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { findPlace } from './policy.sql.ts'

/** The name of a region or an office; undefined for the nation and for what there is not. */
export async function namePlace(pool: Pool, place: Scope): Promise<LocalizedText | undefined> {
  return (await findPlace(pool, place))?.name
}
