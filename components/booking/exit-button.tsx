'use client'

import { useEffect, useState } from 'react'
import { leaveNow } from './leave-now.ts'
import { watchShift } from './watch-shift.ts'

export interface ExitTexts {
  readonly leave: string
  readonly twoMore: string
  readonly oneMore: string
  readonly leaving: string
}

/** Leaves for a page that tells nothing: by a press, or by Shift three times. Without JavaScript a plain link. */
export function ExitButton({ href, texts }: { href: string; texts: ExitTexts }) {
  const [presses, setPresses] = useState(0)
  useEffect(() => watchShift(setPresses, () => leaveNow(href, texts.leaving)), [href, texts.leaving])
  return (
    <>
      <span role="status" className="sr-only">
        {presses === 0 ? '' : presses === 1 ? texts.twoMore : texts.oneMore}
      </span>
      <a
        href={href}
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault()
          leaveNow(href, texts.leaving)
        }}
        className="pointer-events-auto inline-flex min-h-11 items-center gap-2 rounded-small bg-accent-deep px-4 text-small font-semibold text-surface no-underline shadow-card"
      >
        {texts.leave}
        {presses > 0 ? <span aria-hidden="true">{'●'.repeat(presses) + '○'.repeat(3 - presses)}</span> : null}
      </a>
    </>
  )
}
