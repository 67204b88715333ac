import type { ChartSeries } from './chart-series.tsx'

/** The numbers of a chart, for everybody who wants them exactly or cannot see it. */
export function ChartTable({
  axis,
  places,
  series,
  title,
  isOpen,
  format,
}: {
  axis: string
  places: readonly string[]
  series: readonly ChartSeries[]
  title: string
  isOpen: boolean
  format: (value: number) => string
}) {
  const table = (
    <div className="overflow-x-auto">
      <table className="text-left text-small">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="px-2 py-1.5 font-normal text-ink-soft">
              {axis}
            </th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-right font-normal text-ink-soft">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, index) => (
            <tr key={place} className="border-b border-line">
              <th scope="row" className="px-2 py-1 font-normal whitespace-nowrap">
                {place}
              </th>
              {series.map(({ name, values }) => (
                <td key={name} className="px-2 py-1 text-right tabular-nums">
                  {cell(values[index] ?? null, format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  if (isOpen) return table
  return (
    <details>
      <summary className="cursor-pointer py-1 text-small text-accent-deep">{title}</summary>
      {table}
    </details>
  )
}

function cell(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value)
}
