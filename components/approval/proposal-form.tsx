'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { fillWords } from '#components/ui/fill-words.ts'
import { type ChangeLine, ChangeLines } from './change-lines.tsx'
import { type ProposalField, ProposalInput } from './proposal-field.tsx'
import { type ProposalSample, SampleList } from './sample-list.tsx'

/** What stands in the form, and what came of looking at it. */
export interface ProposalState {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  /** What it would change; undefined until it has been looked at. */
  readonly preview?: {
    /** The word for the versions that it was measured by. */
    readonly basis: string
    readonly notes: readonly string[]
    readonly lines: readonly ChangeLine[]
    readonly samples: readonly ProposalSample[]
  }
}

export interface ProposalWords {
  readonly errorTitle: string
  readonly errorPrefix: string
  /** `{where}: {text}` and `{line}, {field}`, to be filled in: what is wrong is told with the name of its field. */
  readonly errorAt: string
  readonly fieldOf: string
  readonly look: string
  readonly changes: string
  readonly before: string
  readonly after: string
  readonly samples: string
  readonly ask: string
  readonly askHint: string
}

/** Fields that belong together; closed unless they are what the form is about. */
export interface ProposalGroup {
  readonly id: string
  readonly title: string
  readonly isOpen?: boolean
  readonly lang?: string
  readonly fields: readonly ProposalField[]
}

/** A new version is drawn up, looked at as what it would change, and put before a second person. Works without JavaScript. */
export function ProposalForm({
  action,
  initial,
  groups,
  fixed,
  words,
}: {
  action: (before: ProposalState, form: FormData) => Promise<ProposalState>
  initial: ProposalState
  groups: readonly ProposalGroup[]
  /** What the form is about: sent along, not filled in. */
  fixed: Readonly<Record<string, string>>
  words: ProposalWords
}) {
  const [{ values, errors, preview }, submit] = useActionState(action, initial)
  // Of a text several things may be missing: all of them stand beside it.
  const wrong = (field: string) => {
    const told = errors.filter((error) => error.field === field)
    if (told.length === 0) return undefined
    return told.map(({ text }) => (
      <span key={text} className="block">
        {text}
      </span>
    ))
  }
  const names = new Map(
    groups.flatMap(({ title, fields }) =>
      fields.map(({ name, label }) => [
        name,
        title ? fillWords(words.fieldOf, { line: title, field: label }) : label,
      ]),
    ),
  )
  const [first = ''] = names.keys()
  return (
    <form action={submit} noValidate>
      <ErrorSummary
        title={words.errorTitle}
        errors={errors.map(({ field, text }) => {
          const where = names.get(field)
          return where ? { field, text: fillWords(words.errorAt, { where, text }) } : { field: first, text }
        })}
      />
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {groups.map(({ id, title, isOpen, lang, fields }) => {
        const inputs = fields.map((field) => (
          <ProposalInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={wrong(field.name)}
            errorPrefix={words.errorPrefix}
          />
        ))
        if (!title) return <div key={id}>{inputs}</div>
        const isWrong = fields.some(({ name }) => wrong(name) !== undefined)
        return (
          <details
            key={id}
            open={isOpen || isWrong}
            className="mb-3 rounded-card border border-line px-4 py-2"
          >
            <summary className="min-h-9 cursor-pointer py-1.5 font-semibold" lang={lang}>
              {title}
            </summary>
            <div className="pt-2">{inputs}</div>
          </details>
        )
      })}
      <Button type="submit" name="step" value="look" kind={preview ? 'second' : 'primary'} wide={false}>
        {words.look}
      </Button>
      {preview ? (
        <section className="mt-6 border-t border-line pt-4" aria-live="polite">
          <input type="hidden" name="basis" value={preview.basis} />
          <h2>{words.changes}</h2>
          {preview.notes.map((note) => (
            <p key={note} className="mb-2">
              {note}
            </p>
          ))}
          <ChangeLines lines={preview.lines} words={words} />
          {preview.samples.length > 0 ? <h3 className="mt-5">{words.samples}</h3> : null}
          <SampleList samples={preview.samples} />
          <p className="my-4 text-small text-ink-soft">{words.askHint}</p>
          <Button type="submit" name="step" value="ask" wide={false}>
            {words.ask}
          </Button>
        </section>
      ) : null}
    </form>
  )
}
