import type { ChecklistItem } from '#lib/domain/checklist.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import type { PerPartyType } from './per-party-type.ts'
import {
  ARTICLE_8,
  DIVORCE_ARTICLES,
  OLD_ARTICLE_5,
  OLD_ARTICLE_11,
  OLD_WORK_STANDARD,
  WORK_STANDARD,
} from './sources.ts'

const FORMER_SOURCES: Readonly<Record<string, string>> = {
  [ARTICLE_8]: OLD_ARTICLE_5,
  [DIVORCE_ARTICLES]: OLD_ARTICLE_11,
  [WORK_STANDARD]: OLD_WORK_STANDARD,
}

/** The same lists with the sources that were in force until 9 May 2025. */
export function underFormerLaw(lists: PerPartyType): PerPartyType {
  return Object.fromEntries(
    PARTY_TYPES.map((type) => [type, lists[type].map(asFormer)]),
  ) as unknown as PerPartyType
}

function asFormer(item: ChecklistItem): ChecklistItem {
  return { ...item, source: FORMER_SOURCES[item.source] ?? item.source }
}
