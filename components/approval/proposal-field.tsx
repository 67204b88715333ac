import type { ReactNode } from 'react'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'

/** One thing to fill in for a new version. */
export interface ProposalField {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly type: 'text' | 'number' | 'date' | 'time' | 'select' | 'area' | 'check'
  readonly options?: readonly { readonly value: string; readonly text: string }[]
  readonly rows?: number
  readonly lang?: string
}

/** A field of a proposal with what stands in it. */
export function ProposalInput({
  field,
  value,
  error,
  errorPrefix,
}: {
  field: ProposalField
  value: string
  error: ReactNode
  errorPrefix: string
}) {
  const { name, label, hint, type, options = [], rows = 3, lang } = field
  const frame = { name, label, hint, error, errorPrefix }
  // What was typed stays: a form that was sent is drawn anew with it.
  const key = `${name} ${value}`
  switch (type) {
    case 'select':
      return <SelectField key={key} {...frame} options={options} defaultValue={value} />
    case 'area':
      return <TextArea key={key} {...frame} rows={rows} maxLength={1500} defaultValue={value} lang={lang} />
    case 'check':
      return (
        <label key={key} htmlFor={name} className="mb-2 flex min-h-9 items-center gap-2">
          <input
            id={name}
            type="checkbox"
            name={name}
            defaultChecked={value === 'on'}
            className="size-5 flex-none accent-accent"
          />
          {label}
        </label>
      )
    default:
      return (
        <TextField
          key={key}
          {...frame}
          type={type === 'number' ? 'text' : type}
          inputMode={type === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          maxLength={300}
          className={type === 'text' ? undefined : 'max-w-60'}
          defaultValue={value}
          lang={lang}
        />
      )
  }
}
