import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { KeyHint } from './key-hint.tsx'

export const STEP_LOOK =
  'inline-flex min-h-10 w-full cursor-pointer items-center justify-center rounded-card border px-3 py-1.5 text-small font-semibold'

/** A field of the counter, in the same measure. */
export const FIELD_LOOK =
  'block min-h-9 w-full rounded-small border border-line-strong bg-surface px-2 text-small'

/** A button of the counter: smaller than a couple's, with its key. */
export function StepButton({
  hotkey,
  isMain = false,
  name,
  value,
  children,
}: {
  hotkey: string
  isMain?: boolean
  name?: string
  value?: string
  children: ReactNode
}) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      data-key={hotkey.toLowerCase()}
      className={classNames(
        STEP_LOOK,
        isMain
          ? 'border-transparent bg-accent text-on-accent'
          : 'border-line-strong bg-surface text-accent-deep',
      )}
    >
      {children}
      <KeyHint of={hotkey} />
    </button>
  )
}
