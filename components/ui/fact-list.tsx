import type { ReactNode } from 'react'

/** Short facts, one a line, each with the accent's dot. */
export function FactList({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <ul className="grid gap-1.5">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed text and never reordered
        <li key={index} className="flex gap-2">
          <span aria-hidden="true" className="mt-[0.62em] size-1.5 flex-none rounded-full bg-accent" />
          <span className="min-w-0">{fact}</span>
        </li>
      ))}
    </ul>
  )
}
