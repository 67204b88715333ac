import type { ReactNode } from 'react'

/** A form of the record that is opened when it is needed, and open when something in it was wrong. */
export function TrailFold({
  title,
  wrong,
  children,
}: {
  title: string
  wrong: string | undefined
  children: ReactNode
}) {
  return (
    <details open={wrong !== undefined} className="rounded-card border border-line bg-surface px-4 py-2">
      <summary className="cursor-pointer py-2.5 font-semibold text-accent-deep">{title}</summary>
      {wrong ? (
        <p role="alert" className="mb-2 text-small font-semibold text-stop">
          {wrong}
        </p>
      ) : null}
      {children}
    </details>
  )
}
