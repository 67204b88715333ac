import { type JudgedOffice, judgeOffice, type KnownOffice, type OfficeFacts } from './judge-office.ts'
import type { OfficeSheet, SheetChanges } from './office-record.ts'
import { OFFICE_TIERS } from './place.ts'
import type { RefusalDetail } from './refusal.ts'

/** A line of a file of offices: as read, or what is wrong with its form. */
export interface OfficeLine {
  /** Where it begins in the file; the heads are line 1. */
  readonly line: number
  readonly sheet?: OfficeSheet
  readonly fault?: RefusalDetail
}

/** What a line would do. */
export interface LineVerdict {
  readonly line: number
  readonly id: string
  readonly name: string
  readonly kind: 'new' | 'changed' | 'unchanged' | 'refused'
  readonly changes: SheetChanges
  readonly errors: readonly RefusalDetail[]
  readonly judged?: JudgedOffice
}

/**
 * What each line of a file would do to the offices as they stand. An office stands once in a file; one may belong to
 * another that is only founded by the same file.
 */
export function judgeLines(
  lines: readonly OfficeLine[],
  offices: ReadonlyMap<string, KnownOffice>,
  facts: OfficeFacts,
): LineVerdict[] {
  const sheets = new Map(lines.flatMap(({ sheet }) => (sheet ? [[sheet.id.trim(), sheet] as const] : [])))
  const times = new Map<string, number>()
  for (const { sheet } of lines) if (sheet) times.set(sheet.id.trim(), (times.get(sheet.id.trim()) ?? 0) + 1)
  const tierOf: OfficeFacts['tierOf'] = (id) =>
    OFFICE_TIERS.find((tier) => tier === sheets.get(id)?.tier.trim()) ?? facts.tierOf(id)
  return lines.map(({ line, sheet, fault }) => {
    if (!sheet) return { ...NOTHING, line, errors: fault ? [fault] : [] }
    const [id, name] = [sheet.id.trim(), sheet.name_zh_cn.trim()]
    if ((times.get(id) ?? 0) > 1)
      return { ...NOTHING, line, id, name, errors: [{ path: 'id', reason: 'id-twice' }] }
    const before = offices.get(id)
    const judged = judgeOffice(sheet, before, { ...facts, tierOf })
    if (!judged.ok)
      return { ...NOTHING, line, id, name, errors: judged.errors ?? [{ path: 'id', reason: judged.reason }] }
    const { changes } = judged.value
    const kind = !before ? 'new' : Object.keys(changes).length > 0 ? 'changed' : 'unchanged'
    return { line, id, name, kind, changes, errors: [], judged: judged.value }
  })
}

const NOTHING = { id: '', name: '', kind: 'refused', changes: {} } as const
