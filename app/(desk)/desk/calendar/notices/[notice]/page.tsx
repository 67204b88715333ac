import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { StateCounts } from '#components/capacity/state-counts.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { NoticeResults } from '#components/office/notice-results.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { showNotice } from '#lib/desk/show-notice.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { instantText } from '#lib/format/dates.ts'
import { KeepLooking } from '../../../manage/changes/[change]/keep-looking.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notice'))('result.title') }
}

/** What became of a notice: its couples by state, whom to phone, and the change of each office and day. */
export default async function NoticePage({
  params,
  searchParams,
}: {
  params: Promise<{ notice: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-calendar')
  const { notice: noticeId } = await params
  const search = await searchParams
  const shown = await showNotice(pool(), { actor, at: office.id, noticeId })
  if (!shown.ok && shown.reason === 'not-allowed') forbidden()
  if (!shown.ok) notFound()
  const { year, source, importedAt, couples, states, toPhone, rows, more } = shown.value
  const [t, n] = [await getTranslations('cases.calendar'), await getTranslations('notice')]
  const locale = (await getLocale()) as Locale
  return (
    <DeskWork
      title={n('result.heading', { year })}
      back={{ href: `/desk/calendar?year=${year}`, text: n('result.back') }}
    >
      {search.changed ? (
        <div className="mb-4">
          <Notice
            tone="ok"
            role="status"
            title={t('entered', {
              year,
              changed: Number(search.changed) || 0,
              moved: Number(search.moved) || 0,
            })}
          />
        </div>
      ) : null}
      <p className="mb-3 text-small text-ink-soft">
        {t('entry', { at: instantText(locale, importedAt), source, changed: shown.value.changed })}
      </p>
      {couples === 0 ? (
        <p>{n('result.nobody')}</p>
      ) : (
        <>
          <StateCounts states={states} />
          <KeepLooking isWorking={(states.waiting ?? 0) > 0} />
          <p className="my-3">{n('result.toPhone', { count: toPhone })}</p>
          <Card className="px-5 py-4">
            <h2 className="text-body">{n('result.offices')}</h2>
            {rows.length > 0 ? (
              <NoticeResults rows={rows} locale={locale} />
            ) : (
              <p className="text-ink-soft">{n('result.notYours')}</p>
            )}
            {more > 0 ? (
              <p className="mt-2 text-small text-ink-soft">{n('result.more', { count: more })}</p>
            ) : null}
          </Card>
        </>
      )}
    </DeskWork>
  )
}
