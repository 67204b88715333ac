import type { ChartFrame } from './chart.tsx'

/** Bars are full, hatched or outlined; lines run through or are dashed. */
export interface ChartSeries {
  readonly name: string
  readonly kind: 'bars' | 'line'
  /** `alarm` is for what is amiss, and always says so in its name as well. */
  readonly look?: 'full' | 'second' | 'outline' | 'alarm'
  readonly values: readonly (number | null)[]
}

interface Drawn {
  readonly id: string
  readonly series: ChartSeries
  readonly frame: ChartFrame
  readonly top: number
  /** Which of how many series of bars this is: they stand beside each other. */
  readonly among: { readonly index: number; readonly count: number }
}

export function ChartSeriesShape(drawn: Drawn) {
  return drawn.series.kind === 'bars' ? <Bars {...drawn} /> : <Line {...drawn} />
}

function Bars({ id, series, frame, top, among }: Drawn) {
  const step = frame.width / Math.max(1, series.values.length)
  const width = (step * 0.72) / Math.max(1, among.count)
  return series.values.map((value, index) => {
    if (value === null || value <= 0) return null
    const height = (Math.min(value, top) / top) * frame.height
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis is its index.
        key={index}
        x={frame.left + step * (index + 0.14) + width * among.index}
        y={frame.top + frame.height - height}
        width={Math.max(1, width - 1)}
        height={height}
        {...barLook(id, series.look)}
      />
    )
  })
}

/** How a bar of a series is filled and edged, in the chart and in its key. */
export function barLook(id: string, look: ChartSeries['look'] = 'full') {
  const looks = {
    full: { fill: 'var(--accent)' },
    second: { fill: `url(#${id}-hatch)`, stroke: 'var(--ink-soft)' },
    outline: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
    alarm: { fill: 'var(--stop)' },
  }
  return looks[look]
}

/** How a line of a series is drawn. */
export function lineLook(look: ChartSeries['look'] = 'full') {
  return {
    fill: 'none',
    stroke: look === 'alarm' ? 'var(--stop)' : 'var(--ink)',
    strokeWidth: 2,
    ...(look === 'full' ? {} : { strokeDasharray: '5 4' }),
  }
}

function Line({ series, frame, top }: Drawn) {
  const step = frame.width / Math.max(1, series.values.length)
  const points = series.values.map((value, index) =>
    value === null
      ? null
      : ([
          frame.left + step * (index + 0.5),
          frame.top + frame.height * (1 - Math.min(value, top) / top),
        ] as const),
  )
  // A gap in the values is a gap in the line.
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point[0]} ${point[1]}`)
    .filter(Boolean)
    .join(' ')
  return (
    <g>
      <path d={path} {...lineLook(series.look)} />
      {points.map((point) =>
        point ? (
          <circle
            key={point[0]}
            cx={point[0]}
            cy={point[1]}
            r="3.5"
            fill={series.look === 'second' ? 'var(--surface)' : 'var(--ink)'}
            stroke="var(--ink)"
          />
        ) : null,
      )}
    </g>
  )
}
