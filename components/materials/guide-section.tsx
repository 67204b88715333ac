import type { ReactNode } from 'react'
import { FactList } from '#components/ui/fact-list.tsx'
import { LawLine } from './law-line.tsx'

/** A heading, a few short sentences, what belongs below them, and the law in small print. */
export function GuideSection({
  id,
  title,
  items,
  isOrdered = false,
  law,
  children,
}: {
  id: string
  title: string
  items: readonly string[]
  isOrdered?: boolean
  law?: string | undefined
  children?: ReactNode
}) {
  return (
    <section id={id} className="mt-9 scroll-mt-4">
      <h2>{title}</h2>
      {isOrdered ? <StepList steps={items} /> : <FactList facts={items} />}
      {children}
      {law ? <LawLine>{law}</LawLine> : null}
    </section>
  )
}

function StepList({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="grid gap-2.5">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3">
          <span
            aria-hidden="true"
            className="grid size-7 flex-none place-items-center rounded-full bg-accent-tint text-small font-bold text-accent-deep"
          >
            {index + 1}
          </span>
          <span className="min-w-0 pt-0.5">{step}</span>
        </li>
      ))}
    </ol>
  )
}
