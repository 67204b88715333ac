import { type CalendarDate, calendarDate } from './calendar-date.ts'
import type { ChecklistItem, ChecklistRuleSet, NotNeededItem } from './checklist.ts'
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

/** Nothing was asked for before there was a law of marriage. */
const FIRST_LAW: CalendarDate = calendarDate('1950-05-01')

/** What is wrong with a list of materials: each thing has a code of its own, words in each language and a source. */
export function faultsOfChecklist(
  list: Pick<ChecklistRuleSet, 'perPartyType' | 'source' | 'notNeeded' | 'validFrom'>,
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
    ...faultsOfNotNeeded(list),
  ]
}

// What nobody need bring is told since when, and by which source; never of a thing that the same list asks for.
function faultsOfNotNeeded({
  perPartyType,
  notNeeded,
  validFrom,
}: Pick<ChecklistRuleSet, 'perPartyType' | 'notNeeded' | 'validFrom'>): RefusalDetail[] {
  const asked = new Set(
    Object.values(perPartyType).flatMap((items: readonly ChecklistItem[]) => items.map(({ code }) => code)),
  )
  return notNeeded.flatMap(({ code, name, since, source }, index) => {
    const at = `notNeeded.${code || index}`
    const isTwice = notNeeded.findIndex((one) => one.code === code) !== index
    return [
      ...(CODE.test(code) && !isTwice ? [] : [{ path: `${at}.code`, reason: 'no-code' }]),
      ...(asked.has(code) ? [{ path: `${at}.code`, reason: 'asked-for-too' }] : []),
      ...faultsOfWords(`${at}.name`, name),
      ...(since < FIRST_LAW ? [{ path: `${at}.since`, reason: 'required' }] : []),
      ...(since > validFrom ? [{ path: `${at}.since`, reason: 'since-later' }] : []),
      ...(source.trim() ? [] : [{ path: `${at}.source`, reason: 'required' }]),
    ]
  })
}

function faultsOfWords(path: string, text: LocalizedText): RefusalDetail[] {
  return LOCALES.flatMap((locale) => {
    const reason = !text[locale].trim() ? 'required' : text[locale].length > LONGEST ? 'too-long' : undefined
    return reason ? [{ path: `${path}.${locale}`, reason }] : []
  })
}

/** How one list differs from another, thing by thing and for whom. */
export type ChecklistDifference = ItemDifference<ChecklistItem> & { readonly party: PartyType }

interface ItemDifference<Item> {
  readonly change: 'added' | 'removed' | 'reworded'
  readonly from: Item | undefined
  readonly to: Item | undefined
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
    return differenceOfItems(before, after, sameItem).map((one) => ({ party, ...one }))
  })
}

/** How the lines of what is not needed differ. */
export function differenceOfNotNeeded(
  from: Pick<ChecklistRuleSet, 'notNeeded'> | undefined,
  to: Pick<ChecklistRuleSet, 'notNeeded'>,
): readonly ItemDifference<NotNeededItem>[] {
  return differenceOfItems(from?.notNeeded ?? [], to.notNeeded, sameNotNeeded)
}

function differenceOfItems<Item extends { readonly code: string }>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): readonly ItemDifference<Item>[] {
  const codes = new Set([...before, ...after].map(({ code }) => code))
  return [...codes].flatMap((code): ItemDifference<Item>[] => {
    const [one, other] = [before.find((item) => item.code === code), after.find((item) => item.code === code)]
    if (one && other && isSame(one, other)) return []
    return [{ change: !one ? 'added' : !other ? 'removed' : 'reworded', from: one, to: other }]
  })
}

function sameNotNeeded(one: NotNeededItem, other: NotNeededItem): boolean {
  const plain = ({ code, name, since, source }: NotNeededItem) =>
    JSON.stringify([code, LOCALES.map((locale) => name[locale]), since, source])
  return plain(one) === plain(other)
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
