import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export const CONTROL_LOOK =
  'block w-full min-h-12 rounded-card border bg-surface px-3.5 py-2 text-body text-ink'

export interface FieldFrame {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** Said before the error for those who hear it only: "错误:". */
  readonly errorPrefix: string
}

/** Label, hint, error and control, tied together for every reader. */
export function Field({
  name,
  label,
  hint,
  error,
  errorPrefix,
  children,
}: FieldFrame & { children: ReactNode }) {
  return (
    <div className={classNames('mb-5', error ? 'border-l-4 border-stop pl-3' : undefined)}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="mb-1.5 text-small text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="mb-1.5 text-small font-semibold text-stop">
          <span className="sr-only">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  )
}

/** Which of hint and error describe a control. */
export function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  error,
  errorPrefix,
  className,
  ...input
}: FieldFrame & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  return (
    <Field name={name} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <input
        id={name}
        name={name}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        className={classNames(CONTROL_LOOK, error ? 'border-stop' : 'border-line-strong', className)}
        {...input}
      />
    </Field>
  )
}

/** One of a list too long for radios. */
export function SelectField({
  name,
  label,
  hint,
  error,
  errorPrefix,
  options,
  defaultValue,
}: FieldFrame & { options: readonly { value: string; text: string }[]; defaultValue?: string | undefined }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(name, hint, error)}
        className={classNames(CONTROL_LOOK, error ? 'border-stop' : 'border-line-strong')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
