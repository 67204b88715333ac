import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'

/** Sends a small form. */
export function FormButton({ isMain = false, children }: { isMain?: boolean; children: ReactNode }) {
  return (
    <button
      type="submit"
      className={classNames(
        'inline-flex min-h-9 cursor-pointer items-center justify-center rounded-card border px-3 text-small font-semibold whitespace-nowrap',
        isMain
          ? 'border-transparent bg-accent text-on-accent'
          : 'border-line-strong bg-surface text-accent-deep',
      )}
    >
      {children}
    </button>
  )
}
