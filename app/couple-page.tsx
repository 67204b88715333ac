import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SessionBar } from '#app/(couple)/sign-in/session-bar.tsx'
import { ExitBar } from '#app/exit-bar.tsx'
import { SiteFooter } from '#app/site-footer.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { SiteHeader } from '#components/ui/site-header.tsx'
import { LOCALES } from '#lib/domain/localized-text.ts'

/**
 * The frame of every page that couples see: one column, mood, header with the switches, footer with the human ways.
 * A quiet page has the button that leaves the site at once.
 */
export async function CouplePage({
  children,
  mood = 'warm',
  back,
}: {
  children: ReactNode
  mood?: 'warm' | 'quiet'
  back?: { href: string; text: string } | undefined
}) {
  const t = await getTranslations('common')
  const locale = await getLocale()
  const elder = (await cookies()).get('yd-elder')?.value === 'on'
  const languages = LOCALES.filter((one) => one !== locale)
  return (
    <div data-mood={mood} className="flex min-h-screen flex-col bg-paper">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:bg-surface focus:p-3">
        {t('skip')}
      </a>
      <header>
        {mood === 'quiet' ? <ExitBar /> : null}
        <p className="no-print bg-sunken px-3 py-1 text-center text-small text-balance text-ink-soft">
          {t('demo')}
        </p>
        <SiteHeader
          brand={t('brand')}
          mark={t('mark')}
          home="/"
          action="/preferences"
          preferencesLabel={t('preferences')}
          preferences={[
            ...languages.map((value) => ({
              name: 'locale',
              value,
              text: t(`languages.${value}`),
              lang: value,
            })),
            { name: 'elder', value: elder ? 'off' : 'on', text: elder ? t('elderOff') : t('elder') },
          ]}
        />
        <SessionBar />
      </header>
      <main
        id="main"
        className="mx-auto w-full max-w-[640px] flex-1 px-5 pt-1 pb-12 print:max-w-none print:p-0"
      >
        {back ? <BackLink href={back.href}>{back.text}</BackLink> : null}
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}
