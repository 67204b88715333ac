import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { loadStaff } from '#lib/edge/staff-actor.ts'
import { signOut } from './sign-in/actions.ts'

/** Who works where today, with the ways to the other pages and out. */
export async function DeskBar() {
  const t = await getTranslations('staff')
  const locale = (await getLocale()) as Locale
  const staff = await loadStaff()
  return (
    <header className="no-print flex min-h-12 flex-wrap items-center gap-x-4 border-b border-line bg-surface px-4 text-small">
      <a href="/desk" className="inline-flex min-h-11 items-center font-bold text-ink no-underline">
        {staff?.office?.name[locale] ?? t('brand')}
      </a>
      {staff && staff.state !== 'half' ? (
        <form action={signOut} className="ml-auto">
          <button type="submit" className="min-h-11 cursor-pointer underline underline-offset-4">
            {t('signOut')}
          </button>
        </form>
      ) : null}
    </header>
  )
}
