import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A white sheet on the page's paper. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={classNames(
        'rounded-card border border-line bg-surface shadow-card keep-together',
        className,
      )}
    >
      {children}
    </div>
  )
}
