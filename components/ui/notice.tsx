import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const TONES = {
  plain: 'border-accent bg-surface',
  ok: 'border-ok bg-ok-tint',
  warn: 'border-warn bg-warn-tint',
  stop: 'border-stop bg-stop-tint',
} as const

/** Something to know before going on. The tone is never the only signal: the title says it. */
export function Notice({
  title,
  tone = 'plain',
  role,
  children,
}: {
  title?: ReactNode
  tone?: keyof typeof TONES
  role?: 'status' | 'alert'
  children?: ReactNode
}) {
  return (
    <div role={role} className={classNames('rounded-small border-l-4 px-4 py-3 keep-together', TONES[tone])}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  )
}
