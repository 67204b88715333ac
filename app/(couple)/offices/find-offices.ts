import { shanghaiToday } from '#lib/domain/clock.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { namesOffice, namesRegion } from '#lib/domain/place-search.ts'
import { listOffices, type OfficeListed } from '#lib/office/list-offices.ts'
import { listRegions, type Region } from '#lib/office/list-regions.ts'
import type { OfficeWish } from './read-wish.ts'

export interface OfficesFound {
  /** Every region, with how many of the offices that fit lie in it. */
  readonly regions: readonly Region[]
  /** The region of the wish, if there is one of that code. */
  readonly within: Region | undefined
  /** The offices to list; none as long as nothing narrows the country down. */
  readonly offices: readonly OfficeListed[]
}

/** The offices that a wish names, by their own name or by that of their region. */
export async function findOffices({ q, service, accepts, ...wish }: OfficeWish): Promise<OfficesFound> {
  const all = await listRegions()
  const within = all.find((region) => region.code === wish.within)
  if (!q && !within && !service && !accepts) return { regions: all, within, offices: [] }
  const on = shanghaiToday(new Date())
  const fitting = await listOffices({ service, accepts: accepts ? [accepts] : undefined, on })
  const named = q ? all.filter((region) => namesRegion(q, region.name)) : []
  return {
    regions: all.map((region) => ({
      ...region,
      offices: fitting.filter((office) => liesIn(office, region)).length,
    })),
    within,
    offices: fitting.filter((office) => (!within || liesIn(office, within)) && (!q || isNamed(office))),
  }

  function isNamed(office: OfficeListed): boolean {
    return namesOffice(q, office.name) || named.some((region) => liesIn(office, region))
  }
}

function liesIn(office: OfficeListed, region: Region): boolean {
  return office.region.code.startsWith(regionPrefix(region.code))
}
