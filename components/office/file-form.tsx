'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import type { FileAnswer } from './file-answer.ts'
import { JudgedLines, type JudgedLinesWords } from './judged-lines.tsx'

export interface FileFormWords extends JudgedLinesWords {
  readonly errorTitle: string
  readonly errorPrefix: string
  readonly file: string
  readonly fileHint: string
  readonly check: string
  readonly failed: string
}

/** A file is chosen, looked at line by line, and only then imported, exactly as it was seen; the browser keeps it so long. */
export function FileForm({ action, words }: { action: string; words: FileFormWords }) {
  const [answer, setAnswer] = useState<FileAnswer>({ faults: [] })
  const [file, setFile] = useState<File>()

  async function send(chosen: File | undefined, picture?: string) {
    const body = new FormData()
    if (chosen) body.set('file', chosen)
    if (picture !== undefined) body.set('picture', picture)
    const told = await fetch(action, { method: 'POST', body })
      .then((response) => response.json() as Promise<FileAnswer>)
      .catch(() => ({ faults: [words.failed] }))
    if ('to' in told && told.to) window.location.assign(told.to)
    else setAnswer(told)
  }

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).get('file')
    const given = chosen instanceof File && chosen.size > 0 ? chosen : undefined
    setFile(given)
    void send(given)
  }

  const { faults, judged } = answer
  return (
    <>
      <Card className="max-w-[46rem] px-5 py-4">
        <form onSubmit={check} noValidate>
          <ErrorSummary title={words.errorTitle} errors={faults.map((text) => ({ field: 'file', text }))} />
          <Field
            name="file"
            label={words.file}
            hint={words.fileHint}
            error={faults[0]}
            errorPrefix={words.errorPrefix}
          >
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,text/csv"
              aria-describedby="file-hint"
              className="block w-full text-small file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-card file:border file:border-line-strong file:bg-surface file:px-4 file:text-accent-deep"
            />
          </Field>
          <Button type="submit" kind={judged ? 'second' : 'primary'} wide={false}>
            {words.check}
          </Button>
        </form>
      </Card>
      {judged ? (
        <JudgedLines judged={judged} words={words} enter={() => void send(file, judged.picture)} />
      ) : null}
    </>
  )
}
