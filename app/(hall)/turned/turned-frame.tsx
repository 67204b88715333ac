import type { ReactNode } from 'react'

/** Everything in here is read at arm’s length, also by people who see badly. */
const LARGE = '[--text-small:1.125rem] [--text-body:1.375rem] [--text-lead:1.625rem] [--text-title:2.25rem]'

/** The whole screen for the couple: large type, one question, no way to anything else of the desk. */
export function TurnedFrame({
  mood = 'quiet',
  title,
  lead,
  children,
}: {
  mood?: 'warm' | 'quiet'
  title: ReactNode
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div data-mood={mood} className={`min-h-screen bg-paper text-body ${LARGE}`}>
      <main id="main" className="mx-auto w-full max-w-[820px] px-6 py-10">
        <h1>{title}</h1>
        {lead ? <p className="mb-6 text-lead">{lead}</p> : null}
        {children}
      </main>
    </div>
  )
}
