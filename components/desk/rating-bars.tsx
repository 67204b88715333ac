import { getTranslations } from 'next-intl/server'
import { RATING_LEVELS, type RatingLevel } from '#lib/domain/rating.ts'

const WIDTH = 320
/** As high as a row of the table beside it. */
const ROW = 22

/** How many gave each level: drawn as bars, and as a table for whoever does not see them. */
export async function RatingBars({
  counts,
  days,
}: {
  counts: ReadonlyMap<RatingLevel, number>
  days: number
}) {
  const t = await getTranslations('rating')
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const most = Math.max(1, ...counts.values())
  const rows = RATING_LEVELS.map((level) => ({ level, count: counts.get(level) ?? 0 }))
  return (
    <section aria-labelledby="counts" className="grid gap-2">
      <h2 id="counts">{t('counts.title', { days, total })}</h2>
      <div className="flex flex-wrap items-start gap-x-6">
        <table className="text-left text-small">
          <caption className="sr-only">{t('counts.title', { days, total })}</caption>
          <tbody>
            {rows.map(({ level, count }) => (
              <tr key={level} className="h-[22px]">
                <th scope="row" className="pr-4 font-normal whitespace-nowrap">
                  {t(`form.levels.${level}`)}
                </th>
                <td className="pr-2 text-right tabular-nums">{count}</td>
                <td className="text-right text-ink-soft tabular-nums">
                  {t('counts.percent', { percent: total ? Math.round((count / total) * 100) : 0 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <svg
          width={WIDTH}
          height={ROW * rows.length}
          viewBox={`0 0 ${WIDTH} ${ROW * rows.length}`}
          aria-hidden="true"
          className="max-w-full flex-1"
          preserveAspectRatio="xMinYMin meet"
        >
          {rows.map(({ level, count }, index) => (
            <g key={level}>
              <rect x="0" y={index * ROW + 5} width={WIDTH} height={ROW - 10} rx="2" fill="var(--sunken)" />
              <rect
                x="0"
                y={index * ROW + 5}
                width={(count / most) * WIDTH}
                height={ROW - 10}
                rx="2"
                fill={level <= 2 ? 'var(--warn)' : 'var(--accent)'}
              />
            </g>
          ))}
        </svg>
      </div>
    </section>
  )
}
