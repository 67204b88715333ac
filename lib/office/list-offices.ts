import { database } from '#lib/db/transaction.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import { type Coordinates, distanceMeters, regionPrefix, type ServiceMode } from '#lib/domain/place.ts'
import type { Service } from '#lib/domain/service.ts'
import { handDownTo } from './hand-down-to.ts'
import { loadHandedValues } from './load-handed-values.ts'
import { findOffices, type OfficeSummary } from './store.ts'

export interface OfficeQuery {
  readonly service?: Service | undefined
  /** What the office must do for the service; unless said otherwise, the whole of it. */
  readonly modes?: readonly ServiceMode[] | undefined
  /** A region code or the beginning of one. */
  readonly within?: string | undefined
  /** Party types for all of whom the office must have authority. */
  readonly accepts?: readonly PartyType[] | undefined
  readonly near?: Coordinates | undefined
  /** Leaves out offices that are no more on this day. */
  readonly on?: CalendarDate | undefined
  readonly limit?: number | undefined
}

export interface OfficeListed extends OfficeSummary {
  /** As the crow flies; only where `near` was asked for. */
  readonly distanceMeters?: number
}

/** The offices that fit; the nearest first where `near` is given, otherwise in the order of regions. */
export async function listOffices(query: OfficeQuery = {}): Promise<OfficeListed[]> {
  const { service, modes = ['register'], within, accepts, near, on, limit } = query
  const [offices, handed] = await Promise.all([
    findOffices(database(), {
      service,
      modes,
      within: within ? regionPrefix(within) : undefined,
      accepts,
      on,
    }),
    loadHandedValues(),
  ])
  const shown = (near ? byDistance(offices, near) : offices).slice(0, limit)
  return shown.map((office) => handDownTo(office, handed))
}

function byDistance(offices: readonly OfficeSummary[], near: Coordinates): OfficeListed[] {
  return offices
    .map((office) => ({ ...office, distanceMeters: distanceMeters(near, office.location) }))
    .sort((one, other) => one.distanceMeters - other.distanceMeters)
}
