import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'

/** What a week tells of each hour of each day: hours in rows, days in columns; a cell that needs somebody stands out. */
export function HourGrid<Cell extends { readonly date: CalendarDate; readonly hour: number }>({
  caption,
  hourWord,
  days,
  cells,
  head,
  needs,
  tell,
}: {
  caption: string
  /** Over the hours. */
  hourWord: string
  days: readonly CalendarDate[]
  cells: readonly Cell[]
  head: (day: CalendarDate) => ReactNode
  needs: (cell: Cell) => boolean
  tell: (cell: Cell) => ReactNode
}) {
  const hours = [...new Set(cells.map(({ hour }) => hour))].sort((one, other) => one - other)
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full min-w-[60rem] table-fixed text-left text-small tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="w-24 px-3 py-1.5 font-normal text-ink-soft">
              {hourWord}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className="px-2 py-1.5 font-normal text-ink-soft">
                {head(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-3 py-1 font-normal">
                {String(hour).padStart(2, '0')}:00
              </th>
              {days.map((day) => {
                const own = cells.find((one) => one.date === day && one.hour === hour)
                const look = own ? needs(own) && 'bg-warn-tint' : 'text-ink-soft'
                return (
                  <td key={day} className={classNames('px-2 py-1', look || undefined)}>
                    {own ? tell(own) : '–'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
