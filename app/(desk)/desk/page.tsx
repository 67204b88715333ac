import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DayCounts } from '#components/desk/day-counts.tsx'
import { dayFigures } from '#components/desk/day-line.ts'
import { DeskKeys } from '#components/desk/desk-keys.tsx'
import { EntryPanel } from '#components/desk/entry-panel.tsx'
import { NextForm } from '#components/desk/next-form.tsx'
import { PassCount } from '#components/desk/pass-count.tsx'
import { ScanForm } from '#components/desk/scan-form.tsx'
import { StepLink } from '#components/desk/step-link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { describeEntry } from '#lib/desk/describe-entry.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { actsIn } from '#lib/domain/permissions.ts'
import { estimateWaits } from '#lib/domain/waiting-estimate.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { clockText } from '#lib/format/dates.ts'
import { arrive, callNextCouple, green, miss, proxy, reveal, scan, step, tick, undoOne } from './actions.ts'
import { ArrivalVerdict } from './arrival-verdict.tsx'
import { DayList } from './day-list.tsx'
import { DeskStart } from './desk-start.tsx'
import { LiveMark } from './live-mark.tsx'
import { KeepDay } from './offline/keep-day.tsx'
import { ReferralNotice } from './referral-notice.tsx'
import { RefusedNotice } from './refused-notice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') }
}

/**
 * Today at the counter: all couples by time on the left, the one at hand on the right. Whoever runs offices and serves
 * nobody begins with the list of their pages.
 */
export default async function TodayPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office, window } = await requirePost()
  const acts = actsIn(actor.grants, office)
  if (!acts.includes('see-day')) return <DeskStart actor={actor} office={office} />
  const search = await searchParams
  const { at, refused, none } = search
  const now = new Date()
  const today = shanghaiToday(now)
  const t = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  const listed = await listDay(pool(), { actor, officeId: office.id, date: today, now })
  if (!listed.ok) throw new Error(`the day is not there: ${listed.reason}`)
  const { entries, counts, windows, passes, readAt } = listed.value
  const atWindow = entries.find(
    ({ ticket }) => window && ticket?.window === window && ['called', 'serving'].includes(ticket.state),
  )
  const mayKeep = acts.includes('keep-day-offline')
  const chosen = at ? entries.find(({ id, ticket }) => id === at || ticket?.id === at) : atWindow
  const detail = chosen && (await describeEntry(pool(), { actor, officeId: office.id, entry: chosen, now }))
  const tickets = chosen?.ticket?.state === 'waiting' ? entries.flatMap(({ ticket }) => ticket ?? []) : []
  const waits = estimateWaits(tickets, windows)
  const counter = await getTranslations('counter.ways')
  return (
    <div className="grid lg:h-[calc(100dvh-3rem)] lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <h1 className="sr-only">{t('title')}</h1>
      <section aria-label={t('title')} className="overflow-y-auto border-r border-line bg-surface">
        <DayList entries={entries} readAt={readAt} chosen={chosen?.id} now={now} />
      </section>
      <aside className="grid content-start gap-3 overflow-y-auto px-4 py-3">
        <DayCounts
          at={readAt.getTime()}
          figures={dayFigures(counts, (key, values) => t(key as 'title', values))}
        />
        {passes ? <PassCount passes={passes} /> : null}
        <ScanForm action={scan} />
        <NextForm action={callNextCouple} window={window} />
        {refused ? (
          <RefusedNotice
            reason={refused}
            code={chosen?.code}
            caseId={detail?.ok ? detail.value.caseId : undefined}
          />
        ) : null}
        {none ? <Notice role="status" title={t(none === 'scan' ? 'scan.none' : 'next.nobody')} /> : null}
        {search.verdict ? <ArrivalVerdict search={search} /> : null}
        <ReferralNotice actor={actor} ticket={chosen?.ticket} />
        {chosen && detail?.ok ? (
          <EntryPanel
            entry={chosen}
            detail={detail.value}
            wait={chosen.ticket && waits.get(chosen.ticket.id)}
            acts={acts}
            isBegun={chosen.startTime !== undefined && instantAt(today, chosen.startTime) <= now}
            windows={windows.map(({ name }) => name)}
            window={window}
            actions={{ arrive, step, tick, miss, reveal, green, proxy, undoOne }}
          />
        ) : search.verdict ? null : (
          <p className="text-small text-ink-soft">{t('panel.choose')}</p>
        )}
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
          texts={{ live: t('live.live'), polling: t('live.polling'), cut: t('live.cut') }}
          offline={
            mayKeep ? { href: '/desk/offline', text: (await getTranslations('offline'))('title') } : undefined
          }
        />
        {mayKeep ? <KeepDay text={String((await getTranslations('offline')).raw('leave.unsent'))} /> : null}
      </aside>
      <DeskKeys />
    </div>
  )
}
