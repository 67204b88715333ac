import type { CalendarDate } from './calendar-date.ts'
import { type Checklist, type ChecklistItem, forTheCouple } from './checklist.ts'
import { accept, type Result, refuse } from './refusal.ts'
import type { TickedMaterials } from './ticket.ts'

/** A line to tick at the window: what both bring together once, what each brings by each. */
interface TickLine {
  /** `code`, and for what one of the two brings `role:code`. */
  readonly key: string
  readonly role: number | undefined
  readonly item: ChecklistItem
}

/** The lines of a checklist, those of the couple first. */
export function tickLines(checklist: Checklist): TickLine[] {
  const { shared, each } = forTheCouple(checklist)
  return [
    ...shared.map((item) => ({ key: item.code, role: undefined, item })),
    ...each.flatMap(({ items }, index) =>
      items.map((item) => ({ key: `${index + 1}:${item.code}`, role: index + 1, item })),
    ),
  ]
}

/** What is kept of a look at the papers; refuses lines that the checklist does not have, and one that is both. */
export function decideTicks(
  checklist: Checklist,
  typed: { readonly seen: readonly string[]; readonly missing: readonly string[] },
): Result<TickedMaterials> {
  const known = new Set(tickLines(checklist).map(({ key }) => key))
  const [seen, missing] = [new Set(typed.seen), new Set(typed.missing)]
  const unknown = [...seen, ...missing].some((key) => !known.has(key))
  if (unknown) return refuse('invalid-input', [{ path: 'materials', reason: 'unknown' }])
  if ([...seen].some((key) => missing.has(key)))
    return refuse('invalid-input', [{ path: 'materials', reason: 'seen-and-missing' }])
  return accept({ ruleSetId: checklist.ruleSet.id, seen: [...seen], missing: [...missing] })
}

/** How many papers of the list were neither seen nor found missing: at none the papers are checked. */
export function leftOpen(checklist: Checklist, { seen, missing }: TickedMaterials): number {
  return tickLines(checklist).length - seen.length - missing.length
}

/** What was missing at the last look and is not among the papers that are seen now. */
export function stillMissing(before: TickedMaterials | undefined, seen: readonly string[]): string[] {
  return (before?.missing ?? []).filter((key) => !seen.includes(key))
}

/** What is told once and completely (一次性告知): everything that is missing, by which rules, until when. */
export interface MissingNotice {
  readonly ruleSet: Checklist['ruleSet']
  readonly lines: readonly TickLine[]
  /** Without these nothing can be registered; the others may be handed in later where the office allows it. */
  readonly hasCore: boolean
  /** The last day on which they can come with it; undefined where no law sets one. */
  readonly by: CalendarDate | undefined
}

/** The notice of what is missing; undefined when nothing is. */
export function missingNotice(
  checklist: Checklist,
  { missing }: TickedMaterials,
  by: CalendarDate | undefined,
): MissingNotice | undefined {
  const lines = tickLines(checklist).filter(({ key }) => missing.includes(key))
  if (lines.length === 0) return undefined
  return { ruleSet: checklist.ruleSet, lines, hasCore: lines.some(({ item }) => item.core), by }
}
