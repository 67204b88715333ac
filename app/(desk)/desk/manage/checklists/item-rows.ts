import type { ChecklistItem, ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { LOCALES, type LocalizedText } from '#lib/domain/localized-text.ts'
import { PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'

/** One thing to bring, for all the kinds of people who bring it alike. */
interface ItemRow {
  readonly item: ChecklistItem
  /** At which place of the list of each of them. */
  readonly at: ReadonlyMap<PartyType, number>
}

/** Rows for what is added. */
export const BLANK_ROWS = 3

/** The things of a list, each once; what is worded differently for somebody is a thing of its own. */
export function itemRows({ perPartyType }: Pick<ChecklistRuleSet, 'perPartyType'>): readonly ItemRow[] {
  const rows = new Map<string, { item: ChecklistItem; at: Map<PartyType, number> }>()
  for (const party of PARTY_TYPES) {
    for (const [index, item] of (perPartyType[party] ?? []).entries()) {
      const key = JSON.stringify(item)
      const row = rows.get(key) ?? { item, at: new Map() }
      row.at.set(party, index)
      rows.set(key, row)
    }
  }
  return [...rows.values()]
}

/** What stands in the fields of a list: `item.3.name.en`, `item.3.party.MAINLAND` … */
export function itemValues(rows: readonly ItemRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ item, at }, index) => {
      const name = (field: string) => `item.${index}.${field}`
      const texts = LOCALES.flatMap((locale) => [
        [name(`name.${locale}`), item.name[locale]],
        [name(`note.${locale}`), item.note?.[locale] ?? ''],
      ])
      return [
        [name('code'), item.code],
        ...texts,
        [name('kind'), item.kind],
        [name('copies'), String(item.copies)],
        [name('core'), item.core ? 'on' : ''],
        [name('shared'), item.shared ? 'on' : ''],
        [name('source'), item.source],
        ...Array.from(at.keys(), (party) => [name(`party.${party}`), 'on']),
      ]
    }),
  )
}

/** The list that was typed, in the order of the one it was drawn up from; what is new comes last. */
export function readItems(
  rows: readonly ItemRow[],
  values: Readonly<Record<string, string>>,
): ChecklistRuleSet['perPartyType'] {
  const typed = Array.from({ length: rows.length + BLANK_ROWS }, (_, index) => ({
    item: readItem(index, values),
    row: rows[index],
    isIn: (party: PartyType) => values[`item.${index}.party.${party}`] === 'on',
    isLeft: values[`item.${index}.remove`] !== 'on' && !isBlank(index, values),
  })).filter(({ isLeft }) => isLeft)
  return Object.fromEntries(
    PARTY_TYPES.flatMap((party) => {
      const own = typed.filter(({ isIn }) => isIn(party))
      const place = (row: ItemRow | undefined) => row?.at.get(party) ?? Number.MAX_SAFE_INTEGER
      const items = own.sort((one, other) => place(one.row) - place(other.row)).map(({ item }) => item)
      return items.length > 0 ? [[party, items]] : []
    }),
  )
}

function readItem(index: number, values: Readonly<Record<string, string>>): ChecklistItem {
  const typed = (field: string) => (values[`item.${index}.${field}`] ?? '').trim()
  const text = (field: string): LocalizedText => ({
    'zh-CN': typed(`${field}.zh-CN`),
    'zh-Hant': typed(`${field}.zh-Hant`),
    en: typed(`${field}.en`),
  })
  const note = text('note')
  const kind = (['original', 'copy', 'made-on-site'] as const).find((one) => one === typed('kind'))
  return {
    code: typed('code'),
    name: text('name'),
    ...(Object.values(note).some(Boolean) ? { note } : {}),
    kind: kind ?? 'original',
    copies: /^\d$/.test(typed('copies')) ? Number(typed('copies')) : 0,
    core: typed('core') === 'on',
    shared: typed('shared') === 'on',
    source: typed('source'),
  }
}

function isBlank(index: number, values: Readonly<Record<string, string>>): boolean {
  return !['code', ...LOCALES.map((locale) => `name.${locale}`)].some((field) =>
    values[`item.${index}.${field}`]?.trim(),
  )
}
