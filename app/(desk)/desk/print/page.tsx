import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { DeskKeys } from '#components/desk/desk-keys.tsx'
import { PrintedDay } from '#components/desk/printed-day.tsx'
import { StepLink } from '#components/desk/step-link.tsx'
import { pool } from '#lib/db/pool.ts'
import { printDay } from '#lib/desk/print-day.ts'
import { addDays, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { clockText, dayText } from '#lib/format/dates.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('counter.ways'))('print') }
}

/** The day of the office on paper, today's or tomorrow's, for a desk that must do without its screens. */
export default async function PrintPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('print-day')
  const { day } = await searchParams
  const t = await getTranslations('counter')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const today = shanghaiToday(now)
  const tomorrow = addDays(today, 1)
  const date = day && isCalendarDate(day) ? day : today
  const printed = await printDay(pool(), { actor, officeId: office.id, date, now })
  const rows = printed.ok ? printed.value : []
  return (
    <div className="px-4 py-5 print:p-0">
      <div className="no-print mx-auto mb-4 grid max-w-[60rem] grid-cols-[9rem_1fr_9rem_9rem_11rem] gap-2 [&>:nth-child(2)]:col-start-3">
        <StepLink href="/desk" hotkey="t">
          {t('ways.back')}
        </StepLink>
        <StepLink href={`/desk/print?${new URLSearchParams({ day: today })}`} hotkey="1">
          {t('sheet.today')}
        </StepLink>
        <StepLink href={`/desk/print?${new URLSearchParams({ day: tomorrow })}`} hotkey="2">
          {t('sheet.tomorrow')}
        </StepLink>
        <PrintButton text={t('paper.print')} />
      </div>
      <article className="mx-auto max-w-[60rem] rounded-card border border-line bg-surface px-6 py-5 print:max-w-none print:border-0 print:p-0">
        <h1 className="mb-1 text-lead">{t('sheet.title', { day: dayText(locale, date) })}</h1>
        <p className="text-small text-ink-soft tabular-nums">
          {t('sheet.meta', {
            office: office.name[locale],
            count: rows.length,
            time: clockText(locale, now),
          })}
        </p>
        <p className="mb-3 text-small font-semibold">{t('sheet.personal')}</p>
        <PrintedDay rows={rows} />
      </article>
      <DeskKeys />
    </div>
  )
}
