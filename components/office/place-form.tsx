'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PlaceControl } from './place-control.tsx'
import type { PlaceFieldGroup, PlaceFormState, PlaceFormWords } from './place-fields.ts'

/**
 * Everything about a place in one form. A refusal, or a colleague who was faster, loses nothing that was typed. Works
 * without JavaScript.
 */
export function PlaceForm({
  action,
  initial,
  groups,
  words,
}: {
  action: (before: PlaceFormState, form: FormData) => Promise<PlaceFormState>
  initial: PlaceFormState
  groups: readonly PlaceFieldGroup[]
  words: PlaceFormWords
}) {
  const [state, submit] = useActionState(action, initial)
  const { values, was, version, errors, overtaken } = state
  return (
    <form action={submit} noValidate className="max-w-[60rem]">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="was" value={JSON.stringify(was)} />
      <ErrorSummary
        title={words.errorTitle}
        errors={errors.map(({ field, told }) => ({ field, text: told }))}
      />
      {overtaken.length > 0 ? (
        <div className="mb-4">
          <Notice tone="warn" role="alert" title={words.overtakenTitle}>
            <ul className="mt-1 grid gap-1 text-small">
              {overtaken.map(({ field, text }) => (
                <li key={field}>{text}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-4">
        {groups.map(({ id, title, lead, fields }) => (
          <Card key={id} className="px-5 pt-4">
            <fieldset className="mb-1 min-w-0">
              <legend className="text-body font-semibold">{title}</legend>
              {lead ? <p className="mb-3 text-small text-ink-soft">{lead}</p> : null}
              <div className="mt-3 grid items-end gap-x-4 sm:grid-cols-2">
                {fields.map((field) => (
                  <PlaceControl
                    key={field.name}
                    field={field}
                    values={values}
                    errors={errors}
                    words={words}
                  />
                ))}
              </div>
            </fieldset>
          </Card>
        ))}
      </div>
      <div className="mt-5">
        <Button type="submit" wide={false}>
          {words.submit}
        </Button>
      </div>
    </form>
  )
}
