import { database } from '#lib/db/transaction.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { countOffices, findRegions, type RegionRecord } from './store.ts'

/** A region, and how many offices lie in it and in the regions below it. */
export interface Region extends RegionRecord {
  readonly offices: number
}

/** All regions, or one with everything below it. `within` is a code or the beginning of one: 51, 5101, 510000. */
export async function listRegions({
  within,
}: {
  readonly within?: string | undefined
} = {}): Promise<Region[]> {
  const prefix = regionPrefix(within ?? '')
  const [regions, counts] = await Promise.all([
    findRegions(database(), prefix),
    countOffices(database(), prefix),
  ])
  return regions.map((region) => ({ ...region, offices: totalOf(counts, region.code) }))
}

function totalOf(counts: ReadonlyMap<string, number>, code: string): number {
  const prefix = regionPrefix(code)
  return [...counts].reduce((sum, [county, offices]) => sum + (county.startsWith(prefix) ? offices : 0), 0)
}
