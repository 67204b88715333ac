import type { TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { CONTROL_LOOK, describedBy, Field, type FieldFrame } from './field.tsx'

/** Several lines of text, with label, hint and error tied to it. */
export function TextArea({
  name,
  label,
  hint,
  error,
  errorPrefix,
  ...area
}: FieldFrame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  return (
    <Field name={name} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <textarea
        id={name}
        name={name}
        rows={5}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        className={classNames(CONTROL_LOOK, error ? 'border-stop' : 'border-line-strong')}
        {...area}
      />
    </Field>
  )
}
