import type { ButtonHTMLAttributes } from 'react'
import { classNames } from '#components/ui/class-names.ts'

/** A button inside a list of the desk. */
export function SmallButton({
  isMain = false,
  ...rest
}: { isMain?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>) {
  return (
    <button
      type="submit"
      className={classNames(
        'inline-flex min-h-9 cursor-pointer items-center justify-center rounded-card border px-3 text-small font-semibold whitespace-nowrap',
        isMain
          ? 'border-transparent bg-accent text-on-accent'
          : 'border-line-strong bg-surface text-accent-deep',
      )}
      {...rest}
    />
  )
}
