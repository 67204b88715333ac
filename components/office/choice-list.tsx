import { classNames } from '#components/ui/class-names.ts'
import type { PlaceField, PlaceFormWords } from './place-fields.ts'

/** Several of a list; or for each of a list what is done for it. */
export function ChoiceList({
  field,
  value,
  error,
  words,
}: {
  field: PlaceField
  value: string
  error: string | undefined
  words: PlaceFormWords
}) {
  const { name, kind, label, hint, options = [], modes = [] } = field
  const chosen = new Map(
    value.split(';').map((part) => {
      const [of = '', how = ''] = part.split(':')
      return [of, how] as const
    }),
  )
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={classNames('mb-5 min-w-0 sm:col-span-2', error ? 'border-l-4 border-stop pl-3' : undefined)}
    >
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint ? <p className="mb-1.5 text-small text-ink-soft">{hint}</p> : null}
      {error ? (
        <p className="mb-1.5 text-small font-semibold text-stop">
          <span className="sr-only">{words.errorPrefix} </span>
          {error}
        </p>
      ) : null}
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {options.map((option) =>
          kind === 'modes' ? (
            <label key={option.value} className="flex min-h-11 items-center justify-between gap-3">
              <span>{option.text}</span>
              <select
                name={`${name}.${option.value}`}
                defaultValue={chosen.get(option.value) ?? ''}
                className="min-h-11 rounded-card border border-line-strong bg-surface px-2 text-small text-ink"
              >
                {modes.map((mode) => (
                  <option key={mode.value} value={mode.value}>
                    {mode.text}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-2.5">
              <input
                type="checkbox"
                name={`${name}.${option.value}`}
                defaultChecked={chosen.has(option.value)}
                className="size-5 flex-none accent-accent"
              />
              <span>{option.text}</span>
            </label>
          ),
        )}
      </div>
    </fieldset>
  )
}
