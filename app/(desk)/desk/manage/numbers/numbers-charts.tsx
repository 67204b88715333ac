import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Chart } from '#components/ui/chart.tsx'
import { cellText, type NumbersCell, type NumbersTable } from '#lib/domain/numbers-table.ts'

/** A table with its chart where a picture tells more at a glance; the chart brings the table of what it shows. */
export async function NumbersCharts({ table, children }: { table: NumbersTable; children: ReactNode }) {
  const t = await getTranslations('numbers')
  const { name, rows } = table
  const places = table.short ?? rows.map(([first]) => (typeof first === 'string' ? first : ''))
  const values = (column: number) => rows.map((cells) => numberIn(cells[column]))
  const common = { id: `chart-${name}`, places, tableTitle: t('asTable') }
  if (rows.length < 2) return children
  if (name === 'load')
    return (
      <Chart
        {...common}
        title={`${t('head.places')} / ${t('head.taken')}`}
        description={t('load.description')}
        axis={t('head.day')}
        series={[
          { name: t('head.places'), kind: 'bars', look: 'outline', values: values(1) },
          { name: t('head.taken'), kind: 'bars', values: values(2) },
        ]}
      />
    )
  if (name === 'journey')
    return (
      <Chart
        {...common}
        title={t('head.reached')}
        description={t('journey.description')}
        axis={t('head.step')}
        series={[{ name: t('head.reached'), kind: 'bars', values: values(1) }]}
      />
    )
  return children
}

function numberIn(cell: string | NumbersCell | undefined): number | null {
  return typeof cell === 'object' && typeof cell.value === 'number' ? cell.value : null
}

/** A table of numbers: the first column is its heads. */
export function NumbersTableView({ table }: { table: NumbersTable }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-small">
        <caption className="sr-only">{table.title}</caption>
        <thead>
          <tr className="border-b border-line">
            {table.heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={`px-2 py-1.5 align-bottom font-normal wrap-normal break-keep text-ink-soft ${index > 0 ? 'text-right' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...cells]) => (
            <tr key={cellText(first)} className="border-b border-line">
              <th scope="row" className="px-2 py-1 font-normal">
                {cellText(first)}
              </th>
              {cells.map((cell, index) => (
                <td
                  key={table.heads[index + 1]}
                  className="px-2 py-1 text-right whitespace-nowrap tabular-nums"
                >
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
