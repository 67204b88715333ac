import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface RadioOption {
  readonly value: string
  readonly text: ReactNode
  readonly hint?: ReactNode
  /** Stands at the right: a number of places, a distance. */
  readonly aside?: ReactNode
}

/** One question with few answers; the whole card is the target. The legend may be the page's heading. */
export function RadioCards({
  name,
  legend,
  legendIsHeading = false,
  hint,
  error,
  errorPrefix,
  options,
  value,
  columns = 1,
  required = false,
  idBase = name,
}: {
  name: string
  /** Where two groups ask one question, their ids must differ. */
  idBase?: string
  legend: ReactNode
  legendIsHeading?: boolean
  hint?: ReactNode
  error?: ReactNode
  errorPrefix: string
  options: readonly RadioOption[]
  value?: string | undefined
  columns?: 1 | 2
  /** The browser itself asks for an answer, so that nothing typed beside it is lost. */
  required?: boolean
}) {
  const describedBy =
    [hint ? `${idBase}-hint` : '', error ? `${idBase}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      className={classNames('mb-5', error ? 'border-l-4 border-stop pl-3' : undefined)}
      aria-describedby={describedBy}
    >
      <legend className="mb-2">
        {legendIsHeading ? <h1>{legend}</h1> : <span className="font-semibold">{legend}</span>}
      </legend>
      {hint ? (
        <p id={`${idBase}-hint`} className="mb-3 text-small text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${idBase}-error`} className="mb-2 text-small font-semibold text-stop">
          <span className="sr-only">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
      <div
        className={classNames(
          'grid gap-2.5',
          columns === 2 && 'grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))]',
        )}
      >
        {options.map((option, index) => (
          <RadioCard
            key={option.value}
            id={index === 0 ? idBase : `${idBase}-${index}`}
            name={name}
            option={option}
            checked={option.value === value}
            required={required}
          />
        ))}
      </div>
    </fieldset>
  )
}

function RadioCard({
  id,
  name,
  option,
  checked,
  required,
}: {
  id: string
  name: string
  option: RadioOption
  checked: boolean
  required: boolean
}) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line-strong bg-surface px-4 py-3 shadow-card has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
    >
      <input
        id={id}
        type="radio"
        name={name}
        value={option.value}
        defaultChecked={checked}
        required={required}
        className="size-5 flex-none accent-accent focus-visible:shadow-none"
      />
      <span className="flex-1">
        <span className="block font-semibold">{option.text}</span>
        {option.hint ? <span className="block text-small text-ink-soft">{option.hint}</span> : null}
      </span>
      {option.aside ? (
        <span className="flex-none text-right text-small tabular-nums text-ink-soft">{option.aside}</span>
      ) : null}
    </label>
  )
}
