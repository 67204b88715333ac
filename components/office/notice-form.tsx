'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextArea } from '#components/ui/text-area.tsx'

/** A line of what a notice would change, in words. */
interface NoticeLine {
  readonly id: string
  readonly when: string
  readonly what: string
}

/** What stands in the form, and what came of looking at it. */
export interface NoticeState {
  readonly year: string
  readonly text: string
  readonly source: string
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  /** What the notice would change; undefined until it has been looked at. */
  readonly preview?: {
    /** The word for this very picture. */
    readonly picture: string
    readonly summary: string
    readonly days: readonly NoticeLine[]
    readonly moves: readonly NoticeLine[]
    readonly movesTitle: string
    /** Places and couples of all offices. */
    readonly couplesTitle: string
    readonly couplesHint: string | undefined
    readonly couples: readonly NoticeLine[]
  }
}

interface NoticeWords {
  readonly errorTitle: string
  readonly errorPrefix: string
  readonly year: string
  readonly text: string
  readonly textHint: string
  readonly source: string
  readonly sourceHint: string
  readonly look: string
  readonly daysTitle: string
  readonly enter: string
  readonly enterHint: string
}

/** A notice is pasted, looked at as what it would change, and entered. Nothing typed is lost; works without JavaScript. */
export function NoticeForm({
  action,
  initial,
  words,
}: {
  action: (before: NoticeState, form: FormData) => Promise<NoticeState>
  initial: NoticeState
  words: NoticeWords
}) {
  const [state, submit] = useActionState(action, initial)
  const { errors, preview } = state
  const wrong = (field: string) => errors.find((error) => error.field === field)?.text
  return (
    <form action={submit} noValidate>
      <ErrorSummary
        title={words.errorTitle}
        errors={errors.map(({ field, text }) => ({ field: FIELDS.includes(field) ? field : 'text', text }))}
      />
      <TextField
        key={`year ${state.year}`}
        name="year"
        label={words.year}
        error={wrong('year')}
        errorPrefix={words.errorPrefix}
        inputMode="numeric"
        maxLength={4}
        className="max-w-32"
        defaultValue={state.year}
      />
      <TextArea
        key={`text ${state.text}`}
        name="text"
        label={words.text}
        hint={words.textHint}
        error={errors.some(({ field }) => !FIELDS.includes(field)) ? words.errorTitle : undefined}
        errorPrefix={words.errorPrefix}
        rows={12}
        maxLength={20_000}
        defaultValue={state.text}
      />
      <TextField
        key={`source ${state.source}`}
        name="source"
        label={words.source}
        hint={words.sourceHint}
        error={wrong('source')}
        errorPrefix={words.errorPrefix}
        autoComplete="off"
        maxLength={200}
        defaultValue={state.source}
      />
      <Button type="submit" name="step" value="look" kind={preview ? 'second' : 'primary'} wide={false}>
        {words.look}
      </Button>
      {preview ? (
        <section className="mt-6 border-t border-line pt-4" aria-live="polite">
          <input type="hidden" name="picture" value={preview.picture} />
          <h2>{words.daysTitle}</h2>
          <p className="mb-3">{preview.summary}</p>
          <Lines lines={preview.days} />
          <h2 className="mt-5">{preview.couplesTitle}</h2>
          {preview.couplesHint ? <p className="mb-2">{preview.couplesHint}</p> : null}
          <Lines lines={preview.couples} />
          <h2 className="mt-5">{preview.movesTitle}</h2>
          <Lines lines={preview.moves} />
          <div className="my-4">
            <Notice tone="warn" title={words.enterHint} />
          </div>
          <Button type="submit" name="step" value="enter" wide={false}>
            {words.enter}
          </Button>
        </section>
      ) : null}
    </form>
  )
}

const FIELDS: readonly string[] = ['year', 'source']

function Lines({ lines }: { lines: readonly NoticeLine[] }) {
  return (
    <ul className="grid gap-x-8 md:grid-cols-2">
      {lines.map(({ id, when, what }) => (
        <li key={id} className="flex gap-4 border-b border-line py-1.5">
          <span className="w-28 flex-none tabular-nums">{when}</span>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  )
}
