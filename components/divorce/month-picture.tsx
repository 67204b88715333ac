import type { MarkedDay, MarkedMonth } from '#lib/domain/deadline-months.ts'

const CELL = 34
const ROW = 32
const HEAD = 22

/** A month of a case as a picture: the two periods as bands, the days that count as shapes; nothing by colour alone. */
export function MonthPicture({
  month,
  title,
  weekdays,
}: {
  month: MarkedMonth
  title: string
  weekdays: readonly string[]
}) {
  const height = HEAD + month.weeks.length * ROW + 4
  return (
    <svg
      viewBox={`0 0 ${CELL * 7} ${height}`}
      className="w-full max-w-sm tabular-nums"
      role="img"
      aria-label={title}
    >
      {weekdays.map((weekday, column) => (
        <text
          key={weekday}
          x={centre(column)}
          y={14}
          textAnchor="middle"
          className="fill-ink-soft text-[11px]"
        >
          {weekday}
        </text>
      ))}
      {month.weeks.flatMap((week, row) =>
        week.map((day, column) =>
          day ? <Day key={day.date} day={day} x={column * CELL} y={HEAD + row * ROW} /> : null,
        ),
      )}
    </svg>
  )
}

function centre(column: number): number {
  return column * CELL + CELL / 2
}

const BANDS = { none: 'fill-none', 'cooling-off': 'fill-line', 'cert-window': 'fill-accent-tint' } as const

function Day({ day, x, y }: { day: MarkedDay; x: number; y: number }) {
  const { mark, period, isRest, isSafe } = day
  const isFilled = mark === 'cooling-off-end' || mark === 'first-service-day'
  const ink = isFilled ? 'fill-surface' : isRest ? 'fill-ink-soft' : 'fill-ink'
  return (
    <g>
      <rect x={x} y={y + 2} width={CELL} height={ROW - 4} className={BANDS[period]} />
      {period === 'cert-window' ? (
        <path
          d={`M${x} ${y + 2}h${CELL}M${x} ${y + ROW - 2}h${CELL}`}
          className="stroke-accent"
          strokeWidth={0.75}
        />
      ) : null}
      {isSafe ? <rect x={x} y={y + ROW - 5} width={CELL} height={3} className="fill-accent" /> : null}
      {mark ? <Shape mark={mark} x={x + CELL / 2} y={y + ROW / 2 - 1} /> : null}
      <text
        x={x + CELL / 2}
        y={y + ROW / 2 + 3}
        textAnchor="middle"
        className={`text-[12px] ${mark ? 'font-bold' : ''} ${ink}`}
        textDecoration={isRest && !mark ? 'line-through' : undefined}
      >
        {Number(day.date.slice(8))}
      </text>
    </g>
  )
}

/** Round for the days that begin or end the first period, square for those of the second; an end is outlined or filled. */
export function Shape({ mark, x, y }: { mark: NonNullable<MarkedDay['mark']>; x: number; y: number }) {
  const outline = { className: 'fill-surface stroke-accent-deep', strokeWidth: 1.5 }
  switch (mark) {
    case 'accepted':
      return <circle cx={x} cy={y} r={11} {...outline} />
    case 'cooling-off-end':
      return <circle cx={x} cy={y} r={11} className="fill-ink" />
    case 'first-service-day':
      return <rect x={x - 11} y={y - 11} width={22} height={22} rx={3} className="fill-accent-deep" />
    case 'cert-window-end':
      return <rect x={x - 11} y={y - 11} width={22} height={22} rx={3} {...outline} />
  }
}
