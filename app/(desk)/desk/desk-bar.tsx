import { getLocale, getTranslations } from 'next-intl/server'
import { AlarmButton } from '#components/desk/alarm-button.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { actsIn } from '#lib/domain/permissions.ts'
import { isDemo } from '#lib/edge/is-demo.ts'
import { loadStaff } from '#lib/edge/staff-actor.ts'
import { raise } from './alarm/actions.ts'
import { DeskClock } from './desk-clock.tsx'
import { DeskLock } from './desk-lock.tsx'
import { DeskNav } from './desk-nav.tsx'
import { deskPages } from './desk-pages.ts'
import { leavingTexts } from './leaving-texts.ts'

/** Who works where today, with the ways to the pages of their role, to another window, and out. */
export async function DeskBar() {
  const t = await getTranslations('staff')
  const alarm = await getTranslations('alarm')
  const leave = await getTranslations('offline.leave')
  const locale = (await getLocale()) as Locale
  const staff = await loadStaff()
  const now = new Date()
  const isOpen = staff?.state === 'open'
  const acts = isOpen && staff.office ? actsIn(staff.grants, staff.office) : []
  const pages = deskPages(acts)
  const seconds = staff ? Math.max(0, Math.floor((staff.locksAt.getTime() - now.getTime()) / 1000)) : 0
  return (
    <header className="no-print flex min-h-12 flex-wrap items-center gap-x-3 border-b border-line bg-surface px-4 text-small">
      <a
        href="/desk"
        className="inline-flex min-h-11 max-w-64 items-center gap-2.5 leading-tight font-bold text-ink no-underline"
      >
        <span
          aria-hidden="true"
          className="grid size-7 flex-none place-items-center rounded-small bg-accent text-on-accent"
        >
          {t('mark')}
        </span>
        <span>{(isOpen && staff.office?.name[locale]) || t('brand')}</span>
      </a>
      {isDemo() ? <Tag tone="warn">{t('demo.mark')}</Tag> : null}
      {isOpen ? (
        <DeskNav
          label={t('nav.label')}
          pages={pages.map(({ href, name, holds = [] }) => ({
            hrefs: [href, ...holds],
            text: t(`nav.${name}`),
          }))}
        />
      ) : null}
      {isOpen ? (
        <div className="ml-auto flex flex-wrap items-center gap-x-3">
          {acts.includes('raise-alarm') ? <AlarmButton text={alarm('raise')} action={raise} /> : null}
          <DeskClock at={now} locale={locale} />
          <a href="/desk/post" className="inline-flex min-h-11 items-center text-ink-soft">
            {staff.window ? t('bar.window', { window: staff.window }) : t('bar.noWindow')}
          </a>
          <a href="/desk/me" className="inline-flex min-h-11 items-center text-ink">
            {staff.name}
          </a>
          <DeskLock
            key={staff.locksAt.toISOString()}
            seconds={seconds}
            texts={{
              lock: t('lock'),
              title: t('locked.title'),
              lead: t('locked.lead', { name: staff.name }),
              field: t('code.field'),
              submit: t('locked.submit'),
              wrong: t('code.wrong'),
              tooOften: t('code.tooOften'),
              error: t('locked.error'),
              demo: t('code.demo'),
              signIn: t('locked.signIn'),
              cut: leave('cut'),
              unsent: String(leave.raw('unsent')),
            }}
            leaving={await leavingTexts(t('signOut'))}
          />
        </div>
      ) : null}
    </header>
  )
}
