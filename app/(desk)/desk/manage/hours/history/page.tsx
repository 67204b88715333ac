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
import { type Search, saidOf } from '../../said.ts'
import { withSearch } from '../../week/week-address.ts'
import { VersionList } from './version-list.tsx'

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
  const made = listed.value.filter(
    ({ change }) => laneId === undefined || ('laneId' in change && change.laneId === laneId),
  )
  const lane = shown.value.lanes.find(({ id }) => id === laneId)
  return (
    <DeskWork
      title={lane ? t('titleOf', { lane: lane.name[locale] }) : t('title')}
      back={{ href: withSearch('/desk/manage/hours', { office: asked }), text: hours('back') }}
    >
      {made.length === 0 ? (
        <Notice title={t('none')}>
          <p>{t('noneText')}</p>
        </Notice>
      ) : null}
      <VersionList versions={made} hours={shown.value} />
    </DeskWork>
  )
}
