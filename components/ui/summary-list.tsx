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
        <div key={index} className="flex items-start gap-3 py-3">
          <div className="min-w-0 flex-1">
            <dt className="text-small text-ink-soft">{row.label}</dt>
            <dd className="font-semibold">{row.value}</dd>
          </div>
          {row.change ? (
            <a
              className="prose-link no-print inline-flex min-h-11 flex-none items-center"
              href={row.change.href}
            >
              {row.change.text}
              <span className="sr-only"> {row.change.about}</span>
            </a>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
