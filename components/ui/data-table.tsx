import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Rows under heads, as wide as they need: what does not fit is reached by scrolling inside. Rows are `tr` of the caller. */
export function DataTable({
  caption,
  heads,
  children,
}: {
  caption: string
  /** Column by column; `hidden` for a column of buttons, whose head is only heard, `end` for one of numbers. */
  heads: readonly { readonly text: string; readonly hidden?: boolean; readonly end?: boolean }[]
  children: ReactNode
}) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-small">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {heads.map(({ text, hidden, end }) => (
              <th
                key={text}
                className={classNames(
                  'px-2 py-2 font-normal whitespace-nowrap text-ink-soft',
                  end && 'text-right',
                )}
              >
                <span className={hidden ? 'sr-only' : undefined}>{text}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
