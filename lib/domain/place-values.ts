import type { LocalizedText } from './localized-text.ts'
import { regionPath, type Scope } from './scope-path.ts'

/** What a place hands down to the places in it, unless they say otherwise. */
export interface PlaceValues {
  readonly phone: string
  readonly announcement: LocalizedText
  readonly instead: LocalizedText
  readonly facilities: readonly string[]
}

export const PLACE_KEYS = ['phone', 'announcement', 'instead', 'facilities'] as const

export type PlaceKey = keyof PlaceValues

/** One value that a place hands down. */
export interface HandedValue extends Scope {
  readonly key: PlaceKey
  readonly value: PlaceValues[PlaceKey]
}

/** A value, and from where it came; without `from` it is one's own. */
interface ResolvedValue<Value> {
  readonly value: Value
  readonly from?: Scope
}

export type ResolvedValues = { readonly [Key in PlaceKey]?: ResolvedValue<PlaceValues[Key]> }

/**
 * What holds in a place: what it says itself, otherwise what its county, city, province or the nation hands down, key by
 * key, the narrowest first. Empty texts and lists say nothing.
 */
export function resolvePlace(
  own: { readonly [Key in PlaceKey]?: PlaceValues[Key] | undefined },
  regionCode: string | undefined,
  handed: readonly HandedValue[],
): ResolvedValues {
  const path = regionCode ? regionPath(regionCode).reverse() : NATION
  const resolved = PLACE_KEYS.flatMap((key) => {
    const value = own[key]
    if (value !== undefined && says(value)) return [[key, { value }] as const]
    const from = path.find((place) => handed.some((one) => isOf(one, place, key)))
    const found = from && handed.find((one) => isOf(one, from, key))
    return found ? [[key, { value: found.value, from }] as const] : []
  })
  return Object.fromEntries(resolved)
}

const NATION: readonly Scope[] = [{ scope: 'national', scopeId: 'CN' }]

function isOf(one: HandedValue, { scope, scopeId }: Scope, key: PlaceKey): boolean {
  return one.key === key && one.scope === scope && one.scopeId === scopeId && says(one.value)
}

function says(value: PlaceValues[PlaceKey]): boolean {
  return typeof value === 'object' && 'zh-CN' in value ? value['zh-CN'] !== '' : value.length > 0
}
