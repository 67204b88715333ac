import type { NumbersCell } from '#lib/domain/numbers-table.ts'
import type { TableWords } from './numbers-tables.ts'

type Cells = readonly NumbersCell[]

/**
 * A line for each part of the place, and one for all together where there is more than one part. A part without anything
 * to count has its line all the same: nothing is something to know.
 */
export function partRows<Line extends { readonly key: string }>(
  { numbers: { opened }, t, locale }: TableWords,
  lines: readonly Line[],
  cellsOf: (line: Line | undefined) => Cells,
): (string | NumbersCell)[][] {
  const rows = opened.parts.map(({ at, name }) => [
    name?.[locale] ?? at,
    ...cellsOf(lines.find(({ key }) => key === at)),
  ])
  if (rows.length < 2) return rows
  return [...rows, [t('total'), ...cellsOf(lines.find(({ key }) => key === ''))]]
}
