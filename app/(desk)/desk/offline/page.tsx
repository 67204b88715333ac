import type { Metadata } from 'next'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { OfflineDesk } from './offline-desk.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('title') }
}

/** The page for the time without a network. It holds nobody: who is expected comes from what this workstation keeps. */
export default async function OfflinePage() {
  await requireStaff('keep-day-offline')
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('offline')
  const { offline, desk } = await getMessages()
  const texts = {
    ...flat(offline),
    ...flat(desk.outcomes, 'ends.'),
    ...flat(desk.rejections, 'rejections.'),
  }
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 px-4 pt-3">
        <h1 className="text-lead">{t('title')}</h1>
        <p className="text-small text-ink-soft">{t('lead')}</p>
        <p className="ml-auto flex gap-x-5 text-small">
          <a href="/desk/print" className="prose-link">
            {t('print')}
          </a>
          <a href="/desk" className="prose-link">
            {t('back')}
          </a>
        </p>
      </div>
      <OfflineDesk locale={locale} texts={texts} />
    </>
  )
}

/** A group of messages by their whole keys. */
function flat(group: unknown, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(group as object).flatMap(([key, text]) =>
      typeof text === 'string' ? [[prefix + key, text]] : Object.entries(flat(text, `${prefix}${key}.`)),
    ),
  )
}
