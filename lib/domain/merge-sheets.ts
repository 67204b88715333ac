/** What two people make of one sheet: what one typed, and what the other one changed meanwhile. */
export interface MergedSheet<Column extends string> {
  readonly values: Readonly<Record<Column, string>>
  /** The columns that the other one changed; `clash` where both did, and not to the same. */
  readonly theirs: readonly { readonly column: Column; readonly clash: boolean }[]
}

/** Puts what was typed onto what stands now: untouched columns follow the other one, touched ones stay as typed. */
export function mergeSheets<Column extends string>(
  columns: readonly Column[],
  sheets: Readonly<Record<'was' | 'typed' | 'now', Readonly<Partial<Record<Column, string>>>>>,
): MergedSheet<Column> {
  const { was, typed, now } = sheets
  const of = (sheet: Readonly<Partial<Record<Column, string>>>, column: Column) => sheet[column] ?? ''
  const touched = (column: Column) => of(typed, column) !== of(was, column)
  const theirs = columns.filter(
    (column) => of(now, column) !== of(was, column) && of(now, column) !== of(typed, column),
  )
  return {
    values: Object.fromEntries(
      columns.map((column) => [column, touched(column) ? of(typed, column) : of(now, column)]),
    ) as Record<Column, string>,
    theirs: theirs.map((column) => ({ column, clash: touched(column) })),
  }
}
