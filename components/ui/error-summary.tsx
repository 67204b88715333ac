'use client'

import { useEffect, useRef } from 'react'

export interface SummaryError {
  /** The id of the control it leads to. */
  readonly field: string
  readonly text: string
}

/**
 * All that is wrong on the page, each a link to where it is put right. Takes the focus whenever it is shown anew: an
 * answer that was refused is the first thing to hear. Where the frame around it says how (`data-error-title`), the title
 * of the page tells it as well, for as long as something is wrong: pages need not know before what their form will say.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const isWrong = errors.length > 0
  useEffect(() => box.current?.focus())
  useEffect(() => (isWrong ? titleWithError(box.current) : undefined), [isWrong])
  if (!isWrong) return null
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

/** Puts "Error:" before the title of the page, as the frame words it; the answer takes it away again. */
function titleWithError(box: HTMLElement | null): (() => void) | undefined {
  const [mark] = box?.closest<HTMLElement>('[data-error-title]')?.dataset.errorTitle?.split('{title}') ?? []
  if (!mark) return undefined
  const put = () => {
    if (document.title && !document.title.startsWith(mark)) document.title = mark + document.title
  }
  put()
  // A page that is walked to inside the app gets its title a moment after its content.
  const watch = new MutationObserver(put)
  watch.observe(document.head, { childList: true, characterData: true, subtree: true })
  return () => {
    watch.disconnect()
    if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length)
  }
}
