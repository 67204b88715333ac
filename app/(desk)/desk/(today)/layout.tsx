import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DayCounts } from '#components/desk/day-counts.tsx'
import { dayFigures } from '#components/desk/day-line.ts'
import { DeskKeys } from '#components/desk/desk-keys.tsx'
import { NextForm } from '#components/desk/next-form.tsx'
import { ScanForm } from '#components/desk/scan-form.tsx'
import { StepLink } from '#components/desk/step-link.tsx'
import { pool } from '#lib/db/pool.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { actsIn } from '#lib/domain/permissions.ts'
import { isAtWindow } from '#lib/domain/ticket.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { clockText } from '#lib/format/dates.ts'
import { callNextCouple, scan } from '../actions.ts'
import { DayList } from '../day-list.tsx'
import { FollowActs } from '../follow-acts.tsx'
import { lineTexts } from '../line-texts.ts'
import { LiveMark } from '../live-mark.tsx'
import { KeepDay } from '../offline/keep-day.tsx'

/**
 * What stays while couple after couple is served: the list of the day, which its stream keeps true, the field for a scan and the
 * call. An act draws none of it anew, only the page inside it. Who sees no day sees the page alone.
 */
export default async function TodayLayout({ children }: { children: ReactNode }) {
  const { actor, office, window } = await requirePost()
  const acts = actsIn(actor.grants, office)
  if (!acts.includes('see-day')) return children
  const now = new Date()
  const t = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  const listed = await listDay(pool(), { actor, officeId: office.id, date: shanghaiToday(now), now })
  if (!listed.ok) throw new Error(`the day is not there: ${listed.reason}`)
  const { entries, counts, readAt } = listed.value
  const atWindow = entries.find(
    ({ ticket }) => window && ticket?.window === window && isAtWindow(ticket.state),
  )
  const mayKeep = acts.includes('keep-day-offline')
  const counter = await getTranslations('counter.ways')
  const offline = await getTranslations('offline')
  return (
    <div className="grid lg:h-[calc(100dvh-3rem)] lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <h1 className="sr-only">{t('title')}</h1>
      <section aria-label={t('title')} className="overflow-y-auto border-r border-line bg-surface">
        <DayList entries={entries} readAt={readAt} atWindow={atWindow?.id} now={now} />
      </section>
      <aside className="grid content-start gap-3 overflow-y-auto px-4 py-3">
        <DayCounts
          at={readAt.getTime()}
          figures={dayFigures(counts, (key, values) => t(key as 'title', values))}
        />
        <ScanForm action={scan} />
        <NextForm action={callNextCouple} window={window} />
        {children}
        <div className="grid grid-cols-2 gap-2">
          {acts.includes('give-ticket') ? (
            <StepLink href="/desk/walk-in" hotkey="x">
              {counter('walkIn')}
            </StepLink>
          ) : null}
          {acts.includes('print-day') ? (
            <StepLink href="/desk/print" hotkey="d">
              {counter('print')}
            </StepLink>
          ) : null}
        </div>
        <LiveMark
          source="/desk/live?day"
          time={clockText(locale, now)}
          texts={await lineTexts()}
          offline={mayKeep ? { href: '/desk/offline', text: offline('title') } : undefined}
        />
        {mayKeep ? <KeepDay text={String(offline.raw('leave.unsent'))} /> : null}
      </aside>
      <DeskKeys />
      <FollowActs />
    </div>
  )
}
