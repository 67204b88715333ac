import type { ChecklistItem } from '#lib/domain/checklist.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'

interface ItemPlan {
  readonly name: LocalizedText
  readonly note?: LocalizedText
  readonly source: string
  readonly copies?: number
  readonly core?: boolean
  readonly shared?: boolean
}

/** Something to bring in the original: one each and indispensable, unless said otherwise. */
export function original(code: string, plan: ItemPlan): ChecklistItem {
  return item(code, 'original', plan)
}

/** A copy to bring. */
export function copy(code: string, plan: ItemPlan): ChecklistItem {
  return item(code, 'copy', plan)
}

/** A paper that is filled in and signed before the registrar. */
export function madeOnSite(code: string, plan: ItemPlan): ChecklistItem {
  return item(code, 'made-on-site', plan)
}

function item(code: string, kind: ChecklistItem['kind'], plan: ItemPlan): ChecklistItem {
  return { code, kind, copies: 1, core: true, shared: false, ...plan }
}
