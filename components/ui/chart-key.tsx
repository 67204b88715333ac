import { barLook, type ChartSeries, lineLook } from './chart-series.tsx'

/** Which look is which series. Who hears the page has the heads of the table. */
export function ChartKey({ id, series }: { id: string; series: readonly ChartSeries[] }) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-5 gap-y-1 p-0 text-small" aria-hidden="true">
      {series.map(({ name, kind, look }) => (
        <li key={name} className="m-0 flex items-center gap-2">
          <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
            {kind === 'bars' ? (
              <rect x="1" y="1" width="20" height="10" {...barLook(id, look)} />
            ) : (
              <>
                <path d="M0 6 L22 6" {...lineLook(look)} />
                <circle
                  cx="11"
                  cy="6"
                  r="3.5"
                  fill={look === 'second' ? 'var(--surface)' : 'var(--ink)'}
                  stroke="var(--ink)"
                />
              </>
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
