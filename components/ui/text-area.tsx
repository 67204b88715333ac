import type { ReactNode, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { CONTROL_LOOK, describedBy } from './field.tsx'

/** Several lines of text, with label, hint and error tied to it. */
export function TextArea({
  name,
  label,
  hint,
  error,
  errorPrefix,
  ...area
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  errorPrefix: string
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
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
      <textarea
        id={name}
        name={name}
        rows={5}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        className={classNames(CONTROL_LOOK, error ? 'border-stop' : 'border-line-strong')}
        {...area}
      />
    </div>
  )
}
