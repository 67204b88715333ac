import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const TONES = {
  plain: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-tint text-accent-deep',
  ok: 'bg-ok-tint text-ok',
  warn: 'bg-warn-tint text-warn',
  stop: 'bg-stop-tint text-stop',
} as const

export type TagTone = keyof typeof TONES

/** A short mark beside a thing: its state, its kind. It breaks only when the line is too narrow for it as a whole. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-block max-w-full flex-none rounded-xl px-2 py-0.5 text-small',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
