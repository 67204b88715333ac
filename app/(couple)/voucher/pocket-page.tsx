import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The frame of what may be kept on a phone: neutral, with nobody's name, and whole without a script or a network. */
export async function PocketPage({ children }: { children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <div data-mood="quiet" className="flex min-h-screen flex-col bg-paper">
      <header>
        <p className="no-print bg-sunken px-3 py-1 text-center text-small text-balance text-ink-soft">
          {t('demo')}
        </p>
      </header>
      <main id="main" className="mx-auto w-full max-w-[640px] flex-1 px-5 pt-4 pb-12">
        {children}
      </main>
    </div>
  )
}
