import type { ChecklistItem, ChecklistRuleSet } from './checklist.ts'
import { LOCALES, type LocalizedText } from './localized-text.ts'
import type { PartyType } from './party-type.ts'
import type { RefusalDetail } from './refusal.ts'
import type { Service } from './service.ts'

/** What is asked for about the materials of a service: a new list as a whole, or that a coming one does not come. */
export type ChecklistDraft = { readonly service: Service } & (
  | (Omit<ChecklistRuleSet, 'id' | 'validTo'> & { readonly change: 'new' })
  | { readonly change: 'take-back'; readonly versionId: string }
)

/** The request as it lies before the second person. */
export type ChecklistRequest = ChecklistDraft & {
  /** The word for the versions that were there when it was asked for. */
  readonly basis: string
  /** The list that it ends, or that it would have come after. */
  readonly before: string | undefined
  readonly ends: string | undefined
}

const CODE = /^[A-Z][A-Za-z0-9_]{0,60}$/
const LONGEST = 300

/** What is wrong with a list of materials: each thing has a code of its own, words in each language and a source. */
export function faultsOfChecklist(
  list: Pick<ChecklistRuleSet, 'perPartyType' | 'source'>,
): readonly RefusalDetail[] {
  const lists = Object.entries(list.perPartyType) as [PartyType, readonly ChecklistItem[]][]
  const faults = lists.flatMap(([party, items]) =>
    items.flatMap((item, index) => {
      const at = `items.${party}.${item.code || index}`
      const isTwice = items.findIndex(({ code }) => code === item.code) !== index
      return [
        ...(CODE.test(item.code) && !isTwice ? [] : [{ path: `${at}.code`, reason: 'no-code' }]),
        ...faultsOfWords(`${at}.name`, item.name),
        ...(item.note ? faultsOfWords(`${at}.note`, item.note) : []),
        ...(item.source.trim() ? [] : [{ path: `${at}.source`, reason: 'required' }]),
        ...(Number.isInteger(item.copies) && item.copies >= 1 && item.copies <= 9
          ? []
          : [{ path: `${at}.copies`, reason: 'no-copies' }]),
      ]
    }),
  )
  const isEmpty = !list.perPartyType.MAINLAND?.length
  return [
    ...faultsOfWords('source', list.source),
    ...(isEmpty ? [{ path: 'items', reason: 'empty-list' }] : []),
    ...faults,
  ]
}

function faultsOfWords(path: string, text: LocalizedText): RefusalDetail[] {
  return LOCALES.flatMap((locale) => {
    const reason = !text[locale].trim() ? 'required' : text[locale].length > LONGEST ? 'too-long' : undefined
    return reason ? [{ path: `${path}.${locale}`, reason }] : []
  })
}

/** How one list differs from another, thing by thing and for whom. */
export interface ChecklistDifference {
  readonly party: PartyType
  readonly change: 'added' | 'removed' | 'reworded'
  readonly from: ChecklistItem | undefined
  readonly to: ChecklistItem | undefined
}

export function differenceOfChecklists(
  from: Pick<ChecklistRuleSet, 'perPartyType'> | undefined,
  to: Pick<ChecklistRuleSet, 'perPartyType'>,
): readonly ChecklistDifference[] {
  const parties = new Set([
    ...Object.keys(from?.perPartyType ?? {}),
    ...Object.keys(to.perPartyType),
  ]) as Set<PartyType>
  return [...parties].flatMap((party) => {
    const [before, after] = [from?.perPartyType[party] ?? [], to.perPartyType[party] ?? []]
    const codes = new Set([...before, ...after].map(({ code }) => code))
    return [...codes].flatMap((code): ChecklistDifference[] => {
      const [one, other] = [
        before.find((item) => item.code === code),
        after.find((item) => item.code === code),
      ]
      if (one && other && sameItem(one, other)) return []
      return [{ party, change: !one ? 'added' : !other ? 'removed' : 'reworded', from: one, to: other }]
    })
  })
}

function sameItem(one: ChecklistItem, other: ChecklistItem): boolean {
  const plain = ({ code, name, note, kind, copies, core, shared, source }: ChecklistItem) =>
    JSON.stringify([
      code,
      LOCALES.map((locale) => [name[locale], note?.[locale] ?? '']),
      kind,
      copies,
      core,
      shared,
      source,
    ])
  return plain(one) === plain(other)
}
