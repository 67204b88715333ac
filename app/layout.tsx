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
      <body>{children}</body>
    </html>
  )
}
