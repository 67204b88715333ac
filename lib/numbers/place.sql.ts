import type { Pool } from 'pg'
import type { LocalizedText } from '#lib/domain/localized-text.ts'

/** An office, and the regions above it from the province down. */
export interface PlacedOffice {
  readonly id: string
  readonly regionCode: string
  readonly name: LocalizedText
}

/** The offices below the beginning of a region code, in their order; those that are closed for good too, for what they did. */
export async function findOfficesBelow(pool: Pool, prefix: string): Promise<PlacedOffice[]> {
  const { rows } = await pool.query<PlacedOffice>(
    `SELECT id, region_code AS "regionCode", name FROM office WHERE region_code LIKE $1 || '%' ORDER BY region_code, position, id`,
    [prefix],
  )
  return rows
}

/** One office; undefined when there is none of this id. */
export async function findPlacedOffice(pool: Pool, id: string): Promise<PlacedOffice | undefined> {
  const { rows } = await pool.query<PlacedOffice>(
    `SELECT id, region_code AS "regionCode", name FROM office WHERE id = $1`,
    [id],
  )
  return rows[0]
}

/** What regions are called, by their code. */
export async function nameRegions(
  pool: Pool,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LocalizedText>> {
  const { rows } = await pool.query<{ code: string; name: LocalizedText }>(
    'SELECT code, name FROM region WHERE code = ANY($1)',
    [codes],
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}
