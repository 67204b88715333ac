import type { ReactNode } from 'react'
import { Card } from './card.tsx'

export interface RowLink {
  readonly href: string
  readonly title: ReactNode
  readonly hint?: ReactNode
}

/** A list of ways to go on; the whole row is the link. */
export function RowLinks({ rows }: { rows: readonly RowLink[] }) {
  return (
    <Card>
      <ul>
        {rows.map((row) => (
          <li key={row.href} className="border-t border-line first:border-t-0">
            <a href={row.href} className="flex min-h-12 items-center gap-3 px-4 py-3.5 no-underline">
              <span className="min-w-0 flex-1">
                <span className="block text-lead font-semibold">{row.title}</span>
                {row.hint ? <span className="block text-small text-ink-soft">{row.hint}</span> : null}
              </span>
              <span aria-hidden="true" className="text-lead text-ink-soft">
                ›
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
