import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'

const LOOK = 'block min-h-9 w-full rounded-small border bg-surface px-2 text-small text-ink tabular-nums'

/** What was typed into a form, and what of it is wrong. */
export interface Typed {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly fault: { readonly at: string; readonly text: string } | undefined
}

interface Frame {
  readonly name: string
  readonly label: ReactNode
  readonly error?: string | undefined
}

/** A small field with its label and, below it, what is wrong. */
export function RosterField({
  name,
  label,
  error,
  ...input
}: Frame & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'className'>) {
  return (
    <RosterFrame name={name} label={label} error={error}>
      <input id={name} name={name} {...marks(name, error)} {...input} />
    </RosterFrame>
  )
}

/** The same for one of a few. */
export function RosterChoice({
  name,
  label,
  error,
  options,
  value,
}: Frame & {
  options: readonly { readonly value: string; readonly text: string }[]
  value: string | undefined
}) {
  return (
    <RosterFrame name={name} label={label} error={error}>
      <select id={name} name={name} defaultValue={value} {...marks(name, error)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </RosterFrame>
  )
}

/** A small field that keeps what was typed, with what is wrong with it. */
export function TypedField({
  typed,
  name,
  ...field
}: { typed: Typed; name: string; label: ReactNode } & { type: 'date' | 'time' }) {
  return <RosterField name={name} error={faultAt(typed, name)} defaultValue={typed.values[name]} {...field} />
}

/** The same for one of a few. */
export function TypedChoice({
  typed,
  name,
  label,
  options,
}: {
  typed: Typed
  name: string
  label: ReactNode
  options: readonly { readonly value: string; readonly text: string }[]
}) {
  return (
    <RosterChoice
      name={name}
      label={label}
      error={faultAt(typed, name)}
      value={typed.values[name]}
      options={options}
    />
  )
}

/** What is wrong with this field. */
export function faultAt({ fault }: Typed, name: string): string | undefined {
  return fault?.at === name ? fault.text : undefined
}

function marks(name: string, error: string | undefined) {
  return {
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': error ? `${name}-error` : undefined,
    className: classNames(LOOK, error ? 'border-stop' : 'border-line-strong'),
  }
}

function RosterFrame({ name, label, error, children }: Frame & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="mb-0.5 block text-small text-ink-soft">
        {label}
      </label>
      {children}
      <FieldFault name={name} text={error} />
    </div>
  )
}

/** What is wrong with a field. */
export function FieldFault({ name, text }: { name: string; text: string | undefined }) {
  return text ? (
    <p id={`${name}-error`} className="mt-0.5 text-small font-semibold text-stop">
      {text}
    </p>
  ) : null
}
