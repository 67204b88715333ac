import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { listVersions } from '#lib/capacity/list-versions.ts'
import { showHours } from '#lib/capacity/show-hours.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { changeLines, lineDifference } from '#lib/format/change-lines.ts'
import { instantText } from '#lib/format/dates.ts'
import { type Search, saidOf } from '../../said.ts'
import { withSearch } from '../../week/week-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.history'))('title') }
}

/** Who changed what of the hours, and when; for a lane that was changed before, only what differs. */
export default async function HistoryPage({ searchParams }: { searchParams: Search }) {
  const said = saidOf(await searchParams)
  const asked = said.get('office') ?? undefined
  const { actor, office } = await requireStaff('see-week', asked)
  const [listed, shown] = await Promise.all([
    listVersions(pool(), { actor, officeId: office.id }),
    showHours(pool(), { actor, officeId: office.id, now: new Date() }),
  ])
  if (!listed.ok || !shown.ok) forbidden()
  const t = await getTranslations('hours.history')
  const hours = await getTranslations('hours')
  const locale = (await getLocale()) as Locale
  const laneId = said.get('lane') ?? undefined
  const subjectOf = (change: (typeof listed.value)[number]['change']) =>
    change.kind === 'quotas' ? 'quotas' : 'laneId' in change ? `${change.kind} ${change.laneId}` : undefined
  const made = listed.value.filter(
    ({ change }) => laneId === undefined || ('laneId' in change && change.laneId === laneId),
  )
  const entries = made.map((one, index) => {
    const { title, lines } = changeLines(locale, one.change, shown.value)
    const subject = subjectOf(one.change)
    const isKept = one.change.kind === 'lane' || one.change.kind === 'quotas'
    const before = isKept
      ? made.slice(index + 1).find(({ change }) => subjectOf(change) === subject)
      : undefined
    const difference = before && lineDifference(changeLines(locale, before.change, shown.value).lines, lines)
    return {
      ...one,
      title,
      come: difference?.come ?? lines,
      gone: difference?.gone ?? [],
      isFirst: !difference,
    }
  })
  const lane = shown.value.lanes.find(({ id }) => id === laneId)
  return (
    <DeskWork
      title={lane ? t('titleOf', { lane: lane.name[locale] }) : t('title')}
      back={{ href: withSearch('/desk/manage/hours', { office: asked }), text: hours('back') }}
    >
      {entries.length === 0 ? (
        <Notice title={t('none')}>
          <p>{t('noneText')}</p>
        </Notice>
      ) : null}
      <ol className="grid gap-3">
        {entries.map(({ id, madeAt, by, title, come, gone, isFirst }) => (
          <li key={id} className="rounded-card border border-line bg-surface px-4 py-3">
            <p className="font-semibold">
              {shown.value.mayEdit ? (
                <a
                  className="prose-link inline-flex min-h-9 items-center"
                  href={`/desk/manage/changes/${id}`}
                >
                  {title}
                </a>
              ) : (
                title
              )}
            </p>
            <p className="mb-1 text-small text-ink-soft tabular-nums">
              {t('by', { at: instantText(locale, madeAt), who: by ?? t('somebody') })}
            </p>
            <ul className="grid gap-0.5 text-small">
              {gone.map((line) => (
                <li key={`- ${line}`} className="text-ink-soft">
                  <del>
                    <span className="sr-only">{t('gone')}</span>
                    {line}
                  </del>
                </li>
              ))}
              {come.map((line) => (
                <li key={`+ ${line}`}>
                  {isFirst ? (
                    line
                  ) : (
                    <ins className="font-semibold no-underline">
                      <span aria-hidden="true">+ </span>
                      <span className="sr-only">{t('come')}</span>
                      {line}
                    </ins>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </DeskWork>
  )
}
