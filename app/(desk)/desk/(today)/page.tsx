import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntryPanel } from '#components/desk/entry-panel.tsx'
import { PassCount } from '#components/desk/pass-count.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { describeEntry } from '#lib/desk/describe-entry.ts'
import { findEntry } from '#lib/desk/find-entry.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { actsIn } from '#lib/domain/permissions.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { arrive, green, miss, proxy, reveal, step, tick, undoOne } from '../actions.ts'
import { ArrivalVerdict } from '../arrival-verdict.tsx'
import { ChosenMark } from '../chosen-entry.tsx'
import { DeskStart } from '../desk-start.tsx'
import { ReferralNotice } from '../referral-notice.tsx'
import { RefusedNotice } from '../refused-notice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') }
}

/**
 * Today at the counter, beside the list: what came of the last act, and the couple at hand. Whoever runs offices and serves
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
  const date = shanghaiToday(now)
  const t = await getTranslations('desk')
  const found = await findEntry(pool(), {
    actor,
    officeId: office.id,
    date,
    now,
    id: at || undefined,
    window,
  })
  if (!found.ok) throw new Error(`the day is not there: ${found.reason}`)
  const { entry, wait, windows, passes } = found.value
  const detail = entry && (await describeEntry(pool(), { actor, officeId: office.id, entry, now }))
  return (
    <div className="grid content-start gap-3 empty:hidden">
      <ChosenMark id={entry?.id} version={entry?.ticket?.version} />
      {passes ? <PassCount passes={passes} /> : null}
      {refused ? (
        <RefusedNotice
          reason={refused}
          code={entry?.code}
          caseId={detail?.ok ? detail.value.caseId : undefined}
        />
      ) : null}
      {none ? <Notice role="status" title={t(none === 'scan' ? 'scan.none' : 'next.nobody')} /> : null}
      {search.verdict ? <ArrivalVerdict search={search} /> : null}
      <ReferralNotice actor={actor} ticket={entry?.ticket} />
      {entry && detail?.ok ? (
        <EntryPanel
          // What was typed for one couple never stands in the form of another.
          key={entry.id}
          entry={entry}
          detail={detail.value}
          wait={wait}
          acts={acts}
          isBegun={entry.startTime !== undefined && instantAt(date, entry.startTime) <= now}
          windows={windows.map(({ name }) => name)}
          window={window}
          actions={{ arrive, step, tick, miss, reveal, green, proxy, undoOne }}
        />
      ) : search.verdict ? null : (
        <p className="text-small text-ink-soft">{t('panel.choose')}</p>
      )}
    </div>
  )
}
