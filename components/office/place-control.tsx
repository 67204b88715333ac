import { classNames } from '#components/ui/class-names.ts'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { ChoiceList } from './choice-list.tsx'
import {
  LANGUAGE_COLUMNS,
  type PlaceField,
  type PlaceFormState,
  type PlaceFormWords,
} from './place-fields.ts'

interface Control {
  readonly field: PlaceField
  readonly values: PlaceFormState['values']
  readonly errors: PlaceFormState['errors']
  readonly words: PlaceFormWords
}

/** The control of one field; a key of its value, so that what a refused form shows is what was typed. */
export function PlaceControl({ field, values, errors, words }: Control) {
  const { name, kind, label, hint, options = [], fixed } = field
  const value = values[name] ?? ''
  const error = errors.find((one) => one.field === name)?.text
  const frame = { name, label, hint, error, errorPrefix: words.errorPrefix }
  if (fixed !== undefined)
    return (
      <div className="mb-5">
        <p className="mb-1 font-semibold">{label}</p>
        <p>{fixed}</p>
        {hint ? <p className="text-small text-ink-soft">{hint}</p> : null}
        <input type="hidden" name={name} value={value} />
      </div>
    )
  switch (kind) {
    case 'line':
      return <TextField key={value} {...frame} autoComplete="off" defaultValue={value} />
    case 'day':
      return <TextField key={value} {...frame} type="date" className="max-w-52" defaultValue={value} />
    case 'choice':
      return <SelectField key={value} {...frame} options={options} defaultValue={value} />
    case 'checks':
    case 'modes':
      return <ChoiceList key={value} field={field} value={value} error={error} words={words} />
    default:
      return <ThreeLanguages field={field} values={values} errors={errors} words={words} />
  }
}

function ThreeLanguages({ field, values, errors, words }: Control) {
  const { name, kind, label, hint } = field
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="font-semibold">{label}</legend>
      {hint ? <p className="text-small text-ink-soft">{hint}</p> : null}
      <div className={classNames('mt-1 grid gap-x-4', kind !== 'long-lines' && 'lg:grid-cols-3')}>
        {LANGUAGE_COLUMNS.map(([column, lang], index) => {
          const path = `${name}_${column}`
          const value = values[path] ?? ''
          const control = {
            name: path,
            label: (
              <>
                <span className="sr-only">{label} </span>
                <span className="text-small font-normal text-ink-soft">{words.languages[index]}</span>
              </>
            ),
            error: errors.find((one) => one.field === path)?.text,
            errorPrefix: words.errorPrefix,
            lang,
            defaultValue: value,
          }
          return kind !== 'three-texts' ? (
            <TextField key={path + value} {...control} autoComplete="off" />
          ) : (
            <TextArea key={path + value} {...control} rows={3} />
          )
        })}
      </div>
    </fieldset>
  )
}
