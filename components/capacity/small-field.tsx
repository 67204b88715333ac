import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'

const LOOK = 'block min-h-9 w-full rounded-small border bg-surface px-2 py-1 text-small text-ink tabular-nums'

interface Frame {
  readonly name: string
  readonly label: ReactNode
  readonly error?: string | undefined
}

/** A small field among many: label, control, and below it what is wrong. */
export function SmallField({
  name,
  label,
  error,
  ...input
}: Frame & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>) {
  return (
    <SmallFrame name={name} label={label} error={error}>
      <input
        id={name}
        name={name}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        className={classNames(LOOK, error ? 'border-stop' : 'border-line-strong')}
        {...input}
      />
    </SmallFrame>
  )
}

/** The same for one of a few. */
export function SmallSelect({
  name,
  label,
  error,
  options,
  defaultValue,
}: Frame & {
  options: readonly { readonly value: string; readonly text: string }[]
  defaultValue: string
}) {
  return (
    <SmallFrame name={name} label={label} error={error}>
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        className={classNames(LOOK, error ? 'border-stop' : 'border-line-strong')}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </SmallFrame>
  )
}

function SmallFrame({ name, label, error, children }: Frame & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="mb-0.5 block text-small text-ink-soft">
        {label}
      </label>
      {children}
      <SmallError id={name} text={error} />
    </div>
  )
}

export function SmallError({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p id={`${id}-error`} className="mt-0.5 text-small font-semibold text-stop">
      {text}
    </p>
  ) : null
}

/** Some of a few, side by side; each box has a name of its own to be read by. */
export function SmallBoxes({
  name,
  legend,
  error,
  options,
  values,
}: {
  name: string
  legend: ReactNode
  error?: string | undefined
  options: readonly { readonly value: string; readonly text: string }[]
  values: readonly string[]
}) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-0.5 text-small text-ink-soft">{legend}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map(({ value, text }, index) => (
          <label
            key={value}
            className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-small border border-line-strong bg-surface px-2 text-small whitespace-nowrap has-checked:border-accent has-checked:bg-accent-tint"
          >
            <input
              id={index === 0 ? name : undefined}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={values.includes(value)}
              className="size-4 accent-accent"
            />
            {text}
          </label>
        ))}
      </div>
      <SmallError id={name} text={error} />
    </fieldset>
  )
}
