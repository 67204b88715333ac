import { getTranslations } from 'next-intl/server'
import { Chart } from '#components/ui/chart.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import type { HourAdvice } from '#lib/domain/hour-advice.ts'
import { amountText } from '#lib/format/amount.ts'

/** One day hour by hour: drawn, and with how long people would wait. */
export async function DayPlan({
  hours,
  day,
  target,
}: {
  hours: readonly HourAdvice[]
  /** In words. */
  day: string
  target: number
}) {
  const t = await getTranslations('staffing.day')
  const places = hours.map(({ hour }) => `${String(hour).padStart(2, '0')}:00`)
  const waitText = (minutes: number) =>
    Number.isFinite(minutes) ? t('minutes', { minutes: amountText(minutes) }) : t('endless')
  const round = (value: number) => Number(amountText(value))
  return (
    <div className="grid gap-5">
      <div className="grid gap-6 lg:grid-cols-2">
        <Chart
          id="couples"
          title={t('couplesTitle', { day })}
          description={t('couplesText', { day })}
          axis={t('hour')}
          places={places}
          tableTitle={t('couplesTable')}
          series={[
            { name: t('expected'), kind: 'bars', values: hours.map(({ expected }) => round(expected)) },
            {
              name: t('booked'),
              kind: 'bars',
              look: 'outline',
              values: hours.map(({ booked }) => booked),
            },
          ]}
        />
        <Chart
          id="windows"
          title={t('windowsTitle', { day })}
          description={t('windowsText', { day, target })}
          axis={t('hour')}
          places={places}
          tableTitle={t('windowsTable')}
          series={[
            { name: t('suggested'), kind: 'bars', values: hours.map(({ suggested }) => suggested) },
            { name: t('planned'), kind: 'bars', look: 'second', values: hours.map(({ planned }) => planned) },
            { name: t('rostered'), kind: 'line', values: hours.map(({ rostered }) => rostered) },
          ]}
        />
      </div>
      <DataTable
        caption={t('table', { day })}
        heads={[
          'hour',
          'expected',
          'from',
          'booked',
          'suggested',
          'planned',
          'rostered',
          'waitPlanned',
          'waitRostered',
        ].map((name) => ({ text: t(name as never) }))}
      >
        {hours.map((one, index) => (
          <tr key={one.hour} className="border-b border-line tabular-nums">
            <th scope="row" className="px-2 py-1 font-normal">
              {places[index]}
            </th>
            <td className="px-2">{amountText(one.expected)}</td>
            <td className="px-2 text-ink-soft">
              {one.forecast ? t('days', { count: one.forecast.days }) : t('noPast')}
            </td>
            <td className="px-2">{one.booked}</td>
            <td className="px-2 font-semibold">{one.suggested}</td>
            <td className="px-2">{one.planned}</td>
            <td className={one.rostered < one.suggested ? 'px-2 font-semibold text-warn' : 'px-2'}>
              {one.rostered}
            </td>
            <td className="px-2">{waitText(one.waitPlanned)}</td>
            <td className="px-2">{waitText(one.waitRostered)}</td>
          </tr>
        ))}
      </DataTable>
    </div>
  )
}
