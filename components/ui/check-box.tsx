import type { ReactNode } from 'react'

/** One thing that may be so or not; the whole card is the target. */
export function CheckBox({
  name,
  label,
  hint,
  defaultChecked,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  defaultChecked: boolean
}) {
  return (
    <label
      htmlFor={name}
      className="mb-5 flex min-h-12 cursor-pointer items-start gap-3 rounded-card border border-line-strong bg-surface px-4 py-3 shadow-card has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
    >
      <input
        id={name}
        type="checkbox"
        name={name}
        defaultChecked={defaultChecked}
        className="mt-0.5 size-5 flex-none accent-accent focus-visible:shadow-none"
      />
      <span>
        <span className="block font-semibold">{label}</span>
        {hint ? <span className="block text-small text-ink-soft">{hint}</span> : null}
      </span>
    </label>
  )
}
