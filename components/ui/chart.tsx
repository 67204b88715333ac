import { type ChartAxis, chartAxis } from './chart-axis.ts'
import { ChartKey } from './chart-key.tsx'
import { ChartPatterns } from './chart-patterns.tsx'
import { type ChartSeries, ChartSeriesShape } from './chart-series.tsx'
import { ChartTable } from './chart-table.tsx'

const WIDTH = 720
const LEFT = 44
const TOP = 8
const BOTTOM = 26

/** What a chart shows: one value per place on the axis and series; null where there is none. */
export interface ChartProps {
  /** Of this chart alone on its page. */
  readonly id: string
  readonly title: string
  /** What one is to see in it, in a sentence, for who does not see it. */
  readonly description: string
  /** What the places on the axis are, as the head of the first column of the table: "hour". */
  readonly axis: string
  readonly places: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly height?: number
  /** Names the table; it is folded away under this name unless `tableOpen`. */
  readonly tableTitle: string
  readonly tableOpen?: boolean
  /** How a value reads; as it is when nothing is told. */
  readonly format?: (value: number) => string
}

/**
 * Bars and lines, drawn on the server, with the same numbers as a table below. Series differ in shape and pattern, not in
 * colour alone; colours are the tokens, so that the mood of the page and the dark hold here too.
 */
export function Chart({
  id,
  title,
  description,
  axis,
  places,
  series,
  height = 220,
  tableTitle,
  tableOpen = false,
  format = String,
}: ChartProps) {
  const scale = chartAxis(series.flatMap(({ values }) => values))
  const frame = { left: LEFT, top: TOP, width: WIDTH - LEFT - 4, height: height - TOP - BOTTOM }
  const step = frame.width / Math.max(1, places.length)
  const bars = series.filter(({ kind }) => kind === 'bars')
  // As many labels as fit without touching.
  const every = Math.ceil(places.length / 14)
  return (
    <figure className="m-0 grid gap-2">
      <figcaption className="font-semibold" id={`${id}-caption`}>
        {title}
      </figcaption>
      <ChartKey id={id} series={series} />
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="h-auto w-full max-w-[860px]"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <ChartPatterns id={id} />
        <Grid scale={scale} frame={frame} format={format} />
        {series.map((one) => (
          <ChartSeriesShape
            key={one.name}
            id={id}
            series={one}
            frame={frame}
            top={scale.top}
            among={{ index: bars.indexOf(one), count: bars.length }}
          />
        ))}
        {places.map((place, index) =>
          index % every === 0 ? (
            <text
              key={place}
              x={LEFT + step * (index + 0.5)}
              y={height - 8}
              textAnchor="middle"
              fontSize="12"
              fill="var(--ink-soft)"
            >
              {place}
            </text>
          ) : null,
        )}
      </svg>
      <ChartTable
        axis={axis}
        places={places}
        series={series}
        title={tableTitle}
        isOpen={tableOpen}
        format={format}
      />
    </figure>
  )
}

/** Where the drawing lies, without its labels. */
export interface ChartFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function Grid({
  scale,
  frame,
  format,
}: {
  scale: ChartAxis
  frame: ChartFrame
  format: (value: number) => string
}) {
  const bottom = frame.top + frame.height
  return scale.ticks.map((tick) => {
    const y = bottom - (tick / scale.top) * frame.height
    return (
      <g key={tick}>
        <line
          x1={frame.left}
          x2={frame.left + frame.width}
          y1={y}
          y2={y}
          stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'}
        />
        <text x={frame.left - 6} y={y + 4} textAnchor="end" fontSize="12" fill="var(--ink-soft)">
          {format(tick)}
        </text>
      </g>
    )
  })
}
