import { classNames } from './class-names.ts'
import { CONTROL_LOOK } from './field.tsx'

export interface TimeEnd {
  readonly name: string
  readonly label: string
  readonly error?: string | undefined
  readonly value: string | undefined
}

/** From when until when, in clock times. */
export function TimeRange({
  legend,
  hint,
  errorPrefix,
  ends,
}: {
  legend: string
  hint: string
  errorPrefix: string
  ends: readonly [TimeEnd, TimeEnd]
}) {
  const id = ends[0].name
  const wrong = ends.find(({ error }) => error)
  return (
    <fieldset
      className={classNames('mb-5', wrong ? 'border-l-4 border-stop pl-3' : undefined)}
      aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p id={`${id}-hint`} className="mb-1.5 text-small text-ink-soft">
        {hint}
      </p>
      {wrong ? (
        <p id={`${id}-error`} className="mb-1.5 text-small font-semibold text-stop">
          <span className="sr-only">{errorPrefix} </span>
          {wrong.error}
        </p>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        {ends.map((end) => (
          <label key={end.name} htmlFor={end.name} className="min-w-0 text-small text-ink-soft">
            {end.label}
            <input
              id={end.name}
              type="time"
              name={end.name}
              defaultValue={end.value}
              aria-invalid={end.error ? true : undefined}
              className={classNames(CONTROL_LOOK, end.error ? 'border-stop' : 'border-line-strong')}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
