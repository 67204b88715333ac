import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'

/** One narrow sheet in the middle of a staff page, for signing in and for one's own account. */
export function DeskSheet({
  title,
  lead,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-[460px] px-4 py-8 md:py-14">
      <Card className="px-6 py-6">
        <h1 className="text-lead">{title}</h1>
        {lead ? <p className="mb-4 text-small text-ink-soft">{lead}</p> : null}
        {children}
      </Card>
    </div>
  )
}
