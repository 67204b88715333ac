import type { ReactNode } from 'react'
import { BackLink } from '#components/ui/back-link.tsx'

/** A staff page for reading and settings: its title, then its parts below one another. */
export function DeskPane({
  title,
  lead,
  back,
  aside,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  back?: { readonly href: string; readonly text: string }
  /** Stands beside the title: the one act of the page. */
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-[1040px] px-4 pt-3 pb-5">
      {back ? <BackLink href={back.href}>{back.text}</BackLink> : null}
      <div className="mt-2 mb-4 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="mb-0 text-lead">{title}</h1>
          {lead ? <p className="text-small text-ink-soft">{lead}</p> : null}
        </div>
        {aside}
      </div>
      <div className="grid gap-8 rounded-card border border-line bg-surface px-5 py-5">{children}</div>
    </div>
  )
}
