'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { fillWords } from '#components/ui/fill-words.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import { NoticePreview, type NoticePreviewWords } from './notice-preview.tsx'

/** What stands in the form, and what came of looking at it. */
export interface NoticeState {
  readonly year: string
  readonly text: string
  readonly source: string
  /** What was chosen for the couples, as it was typed. */
  readonly chosen: Readonly<Record<string, string | undefined>>
  /** Of a second person, where it was asked for before. */
  readonly approvalId?: string
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  /** What the notice would change; undefined until it has been looked at. */
  readonly preview?: NoticePreviewWords
}

interface NoticeWords {
  readonly errorTitle: string
  readonly errorPrefix: string
  /** `{where}: {text}`, to be filled in. */
  readonly errorAt: string
  readonly year: string
  readonly text: string
  readonly textHint: string
  readonly source: string
  readonly sourceHint: string
  readonly look: string
  readonly enter: string
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
  const { errors, preview, chosen, approvalId } = state
  const wrong = (field: string) => errors.find((error) => error.field === field)?.text
  // What is wrong with a line of the notice quotes the line.
  const nameOf = (field: string) => {
    if (field === 'year' || field === 'source') return words[field]
    if (field === 'note') return preview?.choice?.second?.note.label
    const asked = CHOSEN.find((one) => one === field)
    return asked && preview?.choice?.[asked].label
  }
  return (
    <form action={submit} noValidate>
      <ErrorSummary
        title={words.errorTitle}
        errors={errors.map(({ field, text }) => {
          const where = nameOf(field)
          return {
            field: FIELDS.includes(field) ? field : 'text',
            text: where ? fillWords(words.errorAt, { where, text }) : text,
          }
        })}
      />
      {approvalId ? <input type="hidden" name="approvalId" value={approvalId} /> : null}
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
        <>
          <NoticePreview preview={preview} typed={chosen} errorPrefix={words.errorPrefix} wrong={wrong} />
          <Button type="submit" name="step" value="enter" wide={false}>
            {words.enter}
          </Button>
        </>
      ) : null}
    </form>
  )
}

const CHOSEN = ['answerBy', 'until', 'dailyLimit', 'reason'] as const

const FIELDS: readonly string[] = ['year', 'source', 'picture', 'choice', ...CHOSEN, 'note']
