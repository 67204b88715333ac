import type { ReactNode } from 'react'

export interface SummaryRow {
  readonly label: ReactNode
  readonly value: ReactNode
  /** Where this answer is changed, and how the link names itself to a screen reader. */
  readonly change?: { readonly href: string; readonly text: string; readonly about: string }
}

/** Answers with their questions, each with a way to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="divide-y divide-line">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are a fixed sequence of questions
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-3">
          <dt className="col-start-1 text-small text-ink-soft">{row.label}</dt>
          <dd className="col-start-1 font-semibold">{row.value}</dd>
          {row.change ? (
            <dd className="no-print col-start-2 row-span-2 row-start-1">
              <a className="prose-link inline-flex min-h-11 items-center" href={row.change.href}>
                {row.change.text}
                <span className="sr-only"> {row.change.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
