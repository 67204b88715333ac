import type { PartyType } from '#lib/domain/party-type.ts'

/** Parties for whom an office needs special authority or asks for special papers. 婚姻登记条例 (2025) art. 2, 8. */
export const PARTY_GUIDES = [
  { slug: 'hk-macau', partyType: 'HK_MACAU' },
  { slug: 'taiwan', partyType: 'TAIWAN' },
  { slug: 'overseas-chinese', partyType: 'OVERSEAS_CHINESE' },
  { slug: 'foreign', partyType: 'FOREIGN' },
  { slug: 'military', partyType: 'MILITARY' },
] as const satisfies readonly { slug: string; partyType: PartyType }[]

/** The address of the guide for a party; ordinary residents need none. */
export function partyGuidePath(partyType: PartyType): string | undefined {
  const guide = PARTY_GUIDES.find((each) => each.partyType === partyType)
  return guide ? `/guides/parties/${guide.slug}` : undefined
}
