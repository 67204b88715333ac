import type { ShownCount } from './small-count.ts'

/** A number in a table; null where there is nothing to count. Percent are parts of one. */
export interface NumbersCell {
  readonly value: ShownCount | null
  readonly as: 'count' | 'percent' | 'decimal'
}

/** Numbers as they are shown, printed and handed out: texts and numbers under heads, no people. */
export interface NumbersTable {
  readonly name: string
  readonly title: string
  /** What the lines are called where there is little room: along the axis of a chart. */
  readonly short?: readonly string[]
  readonly heads: readonly string[]
  readonly rows: readonly (readonly (string | NumbersCell)[])[]
}

/** How many of how many; null of none. */
export function shareOf(part: number, whole: number): NumbersCell {
  return { value: whole > 0 ? part / whole : null, as: 'percent' }
}

export function countOf(value: ShownCount | null): NumbersCell {
  return { value, as: 'count' }
}

export function decimalOf(value: number | null): NumbersCell {
  return { value: value === null ? null : Math.round(value * 10) / 10, as: 'decimal' }
}

/** A cell as it is read: `<5` for what is not shown, a dash where there is nothing. */
export function cellText(cell: string | NumbersCell): string {
  if (typeof cell === 'string') return cell
  if (cell.value === null) return '–'
  if (cell.value === 'few') return '<5'
  return cell.as === 'percent' ? `${Math.round(cell.value * 100)}%` : String(cell.value)
}
