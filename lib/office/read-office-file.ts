import { parse } from 'csv-parse/sync'
import { openCell } from '#lib/domain/csv-cell.ts'
import type { OfficeLine } from '#lib/domain/office-lines.ts'
import { OFFICE_COLUMNS, type OfficeSheet } from '#lib/domain/office-record.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'

const MOST_LINES = 5000

/** In which writing a file was, in words of the web's encodings. */
export type FileWriting = 'utf-8' | 'gb18030'

/**
 * Reads a file of offices into its lines: UTF-8 with or without a mark, or GB18030, which spreadsheets in China write. A
 * line whose cells or quotes are wrong says so and does not spoil the others; a file whose heads are not ours is refused.
 */
export function readOfficeFile(
  bytes: Uint8Array,
): Result<{ readonly writing: FileWriting; readonly lines: readonly OfficeLine[] }> {
  const read = decode(bytes)
  if (!read) return refuse('invalid-input', [{ path: 'file', reason: 'unknown-writing' }])
  const faults: OfficeLine[] = []
  const rows = parse(read.text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (fault) => {
      const line = Number(fault && 'lines' in fault ? fault.lines : 1)
      faults.push({ line, fault: { path: 'file', reason: 'odd-quotes' } })
    },
  }) as unknown as readonly {
    readonly record: readonly string[]
    readonly info: { readonly lines: number }
  }[]
  const [heads, ...records] = rows
  if (!heads || faults.some(({ line }) => line === 1))
    return refuse('invalid-input', [{ path: 'file', reason: 'no-heads' }])
  const columns = heads.record.map((head) => head.trim().toLowerCase())
  const wrong = wrongHeads(columns)
  if (wrong.length > 0) return refuse('invalid-input', wrong)
  if (records.length + faults.length > MOST_LINES)
    return refuse('invalid-input', [{ path: 'file', reason: 'too-many-lines' }])
  const lines = records
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map((row): OfficeLine => {
      const line = row.info.lines - row.record.join('').split('\n').length + 1
      if (row.record.length !== columns.length)
        return { line, fault: { path: 'file', reason: 'wrong-number-of-cells' } }
      const cells = columns.map((column, index) => [column, openCell(row.record[index] ?? '')])
      return { line, sheet: Object.fromEntries(cells) as OfficeSheet }
    })
  if (lines.length + faults.length === 0)
    return refuse('invalid-input', [{ path: 'file', reason: 'no-lines' }])
  return accept({
    writing: read.writing,
    lines: [...lines, ...faults].sort((one, other) => one.line - other.line),
  })
}

function wrongHeads(columns: readonly string[]): RefusalDetail[] {
  const missing = OFFICE_COLUMNS.filter((column) => !columns.includes(column))
  const strange = columns.filter((column) => !(OFFICE_COLUMNS as readonly string[]).includes(column))
  const twice = columns.filter((column, index) => columns.indexOf(column) !== index)
  return [
    ...missing.map((path) => ({ path, reason: 'column-missing' })),
    ...strange.map((column) => ({ path: column.slice(0, 40), reason: 'column-unknown' })),
    ...twice.map((column) => ({ path: column.slice(0, 40), reason: 'given-twice' })),
  ]
}

/** What is no UTF-8 is read as GB18030; what is neither cannot be read. A NUL stands in no text. */
function decode(bytes: Uint8Array): { readonly text: string; readonly writing: FileWriting } | undefined {
  if (bytes.includes(0)) return undefined
  for (const writing of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(writing, { fatal: true }).decode(bytes), writing }
    } catch {
      // not written so
    }
  }
  return undefined
}
