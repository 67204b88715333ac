import type { ReactNode } from 'react'
import { AlarmStrip } from './alarm-strip.tsx'
import { DeskBar } from './desk-bar.tsx'

/** The frame of every page that staff see: their bar, and the whole width for the work. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <div data-mood="work" className="flex min-h-screen flex-col bg-paper">
      <DeskBar />
      <AlarmStrip />
      <main id="main" className="flex-1">
        {children}
      </main>
    </div>
  )
}
