import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AlarmStrip } from './alarm-strip.tsx'
import { DeskBar } from './desk-bar.tsx'

/** The frame of every page that staff see: their bar, and the whole width for the work. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <div
      data-mood="work"
      data-error-title={String(t.raw('titleWithError'))}
      className="flex min-h-screen flex-col bg-paper"
    >
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:bg-surface focus:p-3">
        {t('skip')}
      </a>
      <DeskBar />
      <AlarmStrip />
      <main id="main" className="flex-1">
        {children}
      </main>
    </div>
  )
}
