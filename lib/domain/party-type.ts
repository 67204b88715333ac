/** Who a party is to the registration law; it decides documents and which offices have authority. */
export const PARTY_TYPES = [
  'MAINLAND',
  'HK_MACAU',
  'TAIWAN',
  'OVERSEAS_CHINESE',
  'FOREIGN',
  'MILITARY',
] as const

export type PartyType = (typeof PARTY_TYPES)[number]

export const DOCUMENT_TYPES = [
  'RESIDENT_ID',
  'HK_MACAU_PERMIT',
  'HK_RESIDENCE_PERMIT',
  'MACAU_RESIDENCE_PERMIT',
  'TAIWAN_PERMIT',
  'TAIWAN_RESIDENCE_PERMIT',
  'PASSPORT',
  'FOREIGN_PERMANENT_ID',
] as const

export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** The documents by which each kind of party proves who they are. 婚姻登记条例 art. 8 (2025). */
export const DOCUMENTS_OF: Readonly<Record<PartyType, readonly DocumentType[]>> = {
  MAINLAND: ['RESIDENT_ID'],
  MILITARY: ['RESIDENT_ID'],
  HK_MACAU: ['HK_MACAU_PERMIT', 'HK_RESIDENCE_PERMIT', 'MACAU_RESIDENCE_PERMIT'],
  TAIWAN: ['TAIWAN_PERMIT', 'TAIWAN_RESIDENCE_PERMIT'],
  OVERSEAS_CHINESE: ['PASSPORT'],
  FOREIGN: ['PASSPORT', 'FOREIGN_PERMANENT_ID'],
}

/** The party types that a document can belong to; the first is the ordinary one. */
export function partyTypesOf(document: DocumentType): PartyType[] {
  return PARTY_TYPES.filter((type) => DOCUMENTS_OF[type].includes(document))
}

/** Parties for whom a marriage needs no special authority of the office. 婚姻登记条例 art. 2. */
export function isMainland(type: PartyType): boolean {
  return type === 'MAINLAND' || type === 'MILITARY'
}
