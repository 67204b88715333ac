import type { ReactNode } from 'react'
import { KeyHint } from './key-hint.tsx'
import { STEP_LOOK } from './step-button.tsx'

/** The way to a page of the counter, with its key. */
export function StepLink({ href, hotkey, children }: { href: string; hotkey: string; children: ReactNode }) {
  return (
    <a
      href={href}
      data-key={hotkey}
      className={`${STEP_LOOK} border-line-strong bg-surface text-accent-deep no-underline`}
    >
      {children}
      <KeyHint of={hotkey} />
    </a>
  )
}
