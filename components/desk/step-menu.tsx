import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { KeyHint } from './key-hint.tsx'
import { STEP_LOOK } from './step-button.tsx'

/** An act that asks one thing more: opens in its place, without a script too. */
export function StepMenu({
  hotkey,
  title,
  isMain = false,
  children,
}: {
  hotkey: string
  title: string
  isMain?: boolean
  children: ReactNode
}) {
  return (
    <details data-menu className="group open:col-span-2">
      <summary
        data-key={hotkey}
        className={classNames(
          STEP_LOOK,
          'list-none group-open:mb-2',
          isMain
            ? 'border-transparent bg-accent text-on-accent'
            : 'border-line-strong bg-surface text-accent-deep',
        )}
      >
        {title}
        <KeyHint of={hotkey} />
      </summary>
      <div className="rounded-card border border-line bg-sunken p-3">{children}</div>
    </details>
  )
}
