import type { ReactNode } from 'react'

interface OfficeCheck {
  readonly id: string
  readonly name: ReactNode
  readonly hint: ReactNode
}

/** Which other offices would do as well; none has to be chosen. */
export function OfficeChecks({
  name,
  legend,
  hint,
  offices,
  chosen,
}: {
  name: string
  legend: ReactNode
  hint: ReactNode
  offices: readonly OfficeCheck[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="mb-5" aria-describedby={`${name}-hint`}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p id={`${name}-hint`} className="mb-2 text-small text-ink-soft">
        {hint}
      </p>
      <div className="grid gap-2.5">
        {offices.map((office) => (
          <label
            key={office.id}
            htmlFor={`${name}-${office.id}`}
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-card border border-line-strong bg-surface px-4 py-3 shadow-card has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              id={`${name}-${office.id}`}
              type="checkbox"
              name={name}
              value={office.id}
              defaultChecked={chosen.includes(office.id)}
              className="size-5 flex-none accent-accent focus-visible:shadow-none"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{office.name}</span>
              <span className="block text-small text-ink-soft">{office.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
