import { getTranslations } from 'next-intl/server'
import { Chart } from '#components/ui/chart.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { type DayReview, remarksOn } from '#lib/domain/day-review.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { amountText } from '#lib/format/amount.ts'
import { dayText } from '#lib/format/dates.ts'

/** A week that is over: what was planned, who came, how long it took, and what was other than planned. */
export async function WeekReview({ reviews, locale }: { reviews: readonly DayReview[]; locale: Locale }) {
  const t = await getTranslations('staffing.review')
  const days = reviews.map(({ date }) => dayText(locale, date))
  const heads = [
    'day',
    'places',
    'booked',
    'attended',
    'missed',
    'unknown',
    'walkIns',
    'minutesUsed',
    'minutesPlanned',
    'meanWait',
  ]
  return (
    <div className="grid gap-5">
      <DataTable caption={t('table')} heads={heads.map((name) => ({ text: t(name as never) }))}>
        {reviews.map((day, index) => (
          <tr key={day.date} className="border-b border-line tabular-nums">
            <th scope="row" className="px-2 py-1 font-normal whitespace-nowrap">
              {days[index]}
            </th>
            {[day.places, day.booked, day.attended, day.missed, day.unknown, day.walkIns].map(
              (count, column) => (
                <td key={heads[column + 1]} className="px-2">
                  {count}
                </td>
              ),
            )}
            <td className="px-2">{day.minutesUsed}</td>
            <td className="px-2">{day.minutesPlanned}</td>
            <td className="px-2">
              {day.meanWait === undefined ? '–' : t('minutes', { minutes: amountText(day.meanWait) })}
            </td>
          </tr>
        ))}
      </DataTable>
      <section aria-labelledby="remarks" className="grid gap-1">
        <h2 id="remarks" className="mb-0 text-body">
          {t('remarks')}
        </h2>
        <ul className="m-0 list-none p-0 text-small">
          {reviews.map((day, index) => (
            <li key={day.date} className="m-0 py-1">
              <b>{days[index]}</b>{' '}
              {remarksOn(day)
                .map((remark) =>
                  t(`remark.${remark}`, {
                    missed: day.missed,
                    booked: day.booked,
                    unknown: day.unknown,
                    places: day.places,
                    used: day.minutesUsed,
                    planned: day.minutesPlanned,
                    wait: amountText(day.meanWait ?? 0),
                  }),
                )
                .join('')}
            </li>
          ))}
        </ul>
      </section>
      <div className="grid gap-6 lg:grid-cols-2">
        <Chart
          id="came"
          title={t('cameTitle')}
          description={t('cameText')}
          axis={t('day')}
          places={days}
          tableTitle={t('numbers')}
          series={[
            { name: t('places'), kind: 'bars', look: 'outline', values: reviews.map(({ places }) => places) },
            { name: t('booked'), kind: 'bars', look: 'second', values: reviews.map(({ booked }) => booked) },
            {
              name: t('came'),
              kind: 'bars',
              values: reviews.map(({ attended, walkIns }) => attended + walkIns),
            },
          ]}
        />
        <Chart
          id="minutes"
          title={t('minutesTitle')}
          description={t('minutesText')}
          axis={t('day')}
          places={days}
          tableTitle={t('numbers')}
          series={[
            {
              name: t('minutesPlanned'),
              kind: 'bars',
              look: 'outline',
              values: reviews.map(({ minutesPlanned }) => minutesPlanned),
            },
            {
              name: t('minutesUsed'),
              kind: 'bars',
              values: reviews.map(({ minutesUsed }) => minutesUsed),
            },
          ]}
        />
      </div>
    </div>
  )
}
