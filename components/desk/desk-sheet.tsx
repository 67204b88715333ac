import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'

/** One narrow sheet in the middle of a staff page, for signing in and for one's own account. */
export function DeskSheet({
  title,
  lead,
  isWide = false,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  /** As wide as what stands in it, such as long names to choose from. */
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={classNames(
        'mx-auto px-4 py-8 md:py-14',
        isWide ? 'w-fit max-w-[min(56rem,100%)] min-w-[min(460px,100%)]' : 'w-full max-w-[460px]',
      )}
    >
      <Card className="px-6 py-6">
        <h1 className="text-lead">{title}</h1>
        {lead ? <p className="mb-4 text-small text-ink-soft">{lead}</p> : null}
        {children}
      </Card>
    </div>
  )
}
