import type { ReactNode } from 'react'
import { BackLink } from '#components/ui/back-link.tsx'

/** A page of the desk that uses the width of the screen: title, what can be done about all of it, the work. */
export function DeskWork({
  title,
  back,
  actions,
  children,
}: {
  title: ReactNode
  back?: { readonly href: string; readonly text: string }
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-[1334px] px-4 pt-3 pb-10 print:px-0">
      {back ? <BackLink href={back.href}>{back.text}</BackLink> : null}
      <div className="no-print mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="mb-0 text-lead">{title}</h1>
        {actions}
      </div>
      {children}
    </div>
  )
}
