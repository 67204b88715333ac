import { shanghaiToday } from '#lib/domain/clock.ts'
import { isCodeOf, namesOffice, namesRegion } from '#lib/domain/place-search.ts'
import { listOffices, type OfficeListed } from '#lib/office/list-offices.ts'
import { listRegions, type Region } from '#lib/office/list-regions.ts'

export interface PlacesFound {
  readonly regions: readonly Region[]
  readonly offices: readonly OfficeListed[]
}

/** Regions with offices and single offices that a wish names, or a region by its code. A name that fits most offices ("登记处") tells nothing apart. */
export async function findPlaces(wish: string): Promise<PlacesFound> {
  const on = shanghaiToday(new Date())
  const [regions, offices] = await Promise.all([listRegions(), listOffices({ on })])
  const named = offices.filter((office) => namesOffice(wish, office.name))
  return {
    regions: regions.filter(
      ({ code, name, offices }) => offices > 0 && (isCodeOf(wish, code) || namesRegion(wish, name)),
    ),
    offices: named.length * 2 > offices.length ? [] : named,
  }
}
