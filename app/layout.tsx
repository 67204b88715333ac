import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: t('title'),
    description: t('description'),
    robots: { index: false },
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const elder = (await cookies()).get('yd-elder')?.value === 'on'
  return (
    <html lang={await getLocale()} data-elder={elder ? '' : undefined}>
      <body data-fault={await faultTexts()}>{children}</body>
    </html>
  )
}

/** For `error.tsx`, which runs where no messages are. The trace is filled in there. */
async function faultTexts(): Promise<string> {
  const t = await getTranslations('common.fault')
  return JSON.stringify({ title: t('title'), text: t('text'), retry: t('retry'), trace: t.raw('trace') })
}
