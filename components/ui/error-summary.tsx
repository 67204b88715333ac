'use client'

import { useEffect, useRef } from 'react'

export interface SummaryError {
  /** The id of the control it leads to. */
  readonly field: string
  readonly text: string
}

/**
 * All that is wrong on the page, each a link to where it is put right. Takes the focus whenever it is shown anew: an
 * answer that was refused is the first thing to hear.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus())
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: for browsers without JavaScript, which focus it by themselves
      autoFocus
      className="mt-3 mb-6 rounded-card border-2 border-stop bg-stop-tint px-4 py-3"
    >
      <h2 className="text-stop">{title}</h2>
      <ul className="grid gap-1">
        {errors.map((error) => (
          <li key={`${error.field}:${error.text}`}>
            <a className="font-semibold text-stop underline underline-offset-4" href={`#${error.field}`}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
