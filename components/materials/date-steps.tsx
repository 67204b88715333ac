import { Card } from '#components/ui/card.tsx'

export interface DateStep {
  readonly id: string
  readonly date: string
  readonly what: string
  readonly why?: string | undefined
  readonly law: string
}

/** Days one after the other, each with what happens on it, why it moved, and the article. */
export function DateSteps({ steps }: { steps: readonly DateStep[] }) {
  return (
    <Card className="px-4">
      <ol className="divide-y divide-line">
        {steps.map((step) => (
          <li key={step.id} className="py-3">
            <span className="block font-semibold tabular-nums">{step.date}</span>
            <span className="block">{step.what}</span>
            {step.why ? <span className="block text-small">{step.why}</span> : null}
            <span className="block text-small text-ink-soft">{step.law}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
