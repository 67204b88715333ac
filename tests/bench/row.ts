/** One line of the result. With a control, the goal is about the ratio of the two; without, about the figure itself. */
export interface Row {
  readonly what: string
  readonly unit: string
  readonly measured: number
  readonly control?: { readonly what: string; readonly measured: number }
  readonly ratio?: number
  readonly goal?: { readonly least?: number; readonly most?: number }
  readonly note?: string
}

/** Whether a row reaches its goal; undefined when it has none. */
export function reachesGoal({ measured, ratio, goal }: Row): boolean | undefined {
  if (!goal) return undefined
  const figure = ratio ?? measured
  return (
    figure >= (goal.least ?? Number.NEGATIVE_INFINITY) && figure <= (goal.most ?? Number.POSITIVE_INFINITY)
  )
}

export function printTable(rows: readonly Row[]): void {
  const lines = [['', 'measured', 'control', 'ratio', 'goal', ''], ...rows.map(cellsOf)]
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
  }
  for (const { what, control, note } of rows) {
    if (control) console.log(`${what}: against ${control.what}`)
    if (note) console.log(`${what}: ${note}`)
  }
}

function cellsOf(row: Row): string[] {
  const { what, unit, measured, control, ratio, goal } = row
  const reached = reachesGoal(row)
  const sign = ratio === undefined ? '' : '×'
  const bound = goal?.least === undefined ? `≤ ${goal?.most}` : `≥ ${goal.least}`
  return [
    what,
    `${figure(measured)} ${unit}`,
    control ? `${figure(control.measured)} ${unit}` : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
    goal ? `${bound}${sign}` : '',
    reached === undefined ? '' : reached ? 'reached' : 'missed',
  ]
}

function figure(value: number): string {
  return value >= 100 ? groupThousands(Math.round(value)) : value.toFixed(1)
}

function groupThousands(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
}
