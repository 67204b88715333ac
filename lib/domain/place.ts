export interface Coordinates {
  readonly lat: number
  readonly lng: number
}

export const OFFICE_TIERS = ['centre', 'street', 'community', 'mobile'] as const
export type OfficeTier = (typeof OFFICE_TIERS)[number]

export const SERVICE_MODES = ['register', 'pre-check', 'advice'] as const
/** What an office does for a service: the whole of it, a look at the papers beforehand, or advice. */
export type ServiceMode = (typeof SERVICE_MODES)[number]

export const REGION_LEVELS = ['province', 'city', 'county'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

const EARTH_RADIUS_METERS = 6_371_000

/** Distance as the crow flies, in metres. */
export function distanceMeters(from: Coordinates, to: Coordinates): number {
  const lat = radians(to.lat - from.lat)
  const lng = radians(to.lng - from.lng)
  const a =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(lng / 2) ** 2
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(a)))
}

/** The prefix that all codes within a region share: 51 for a province, 5101 for a city, 510104 for a county. GB/T 2260. */
export function regionPrefix(code: string): string {
  return code.replace(/^(\d{2})0000$/, '$1').replace(/^(\d{4})00$/, '$1')
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
