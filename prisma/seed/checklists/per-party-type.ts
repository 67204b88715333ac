import type { ChecklistItem } from '#lib/domain/checklist.ts'
import { PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'

/** A list for each kind of party. */
export type PerPartyType = Readonly<Record<PartyType, readonly ChecklistItem[]>>

/** Joins lists that depend on the kind of party with items that everybody is asked for. */
export function perPartyType(...parts: readonly (PerPartyType | readonly ChecklistItem[])[]): PerPartyType {
  const listOf = (type: PartyType) => parts.flatMap((part) => ('MAINLAND' in part ? part[type] : part))
  return {
    MAINLAND: listOf('MAINLAND'),
    HK_MACAU: listOf('HK_MACAU'),
    TAIWAN: listOf('TAIWAN'),
    OVERSEAS_CHINESE: listOf('OVERSEAS_CHINESE'),
    FOREIGN: listOf('FOREIGN'),
    MILITARY: listOf('MILITARY'),
  }
}

/** Items that only one kind of party is asked for. */
export function onlyFor(type: PartyType, items: readonly ChecklistItem[]): PerPartyType {
  const nothing = Object.fromEntries(PARTY_TYPES.map((each) => [each, []])) as unknown as PerPartyType
  return { ...nothing, [type]: items }
}
