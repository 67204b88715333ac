import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { listVersions } from '#lib/capacity/list-versions.ts'
import { showHours } from '#lib/capacity/show-hours.ts'
import { pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { VersionList } from '../../../hours/history/version-list.tsx'

/** What others have changed of a lane since somebody opened it, and the way to change it as it is now. */
export async function ChangedLane({
  actor,
  officeId,
  laneId,
  version,
}: {
  actor: StaffActor
  officeId: string
  laneId: string
  /** Of the lane that was looked at. */
  version: number
}) {
  const [listed, shown] = await Promise.all([
    listVersions(pool(), { actor, officeId }),
    showHours(pool(), { actor, officeId, now: new Date() }),
  ])
  const lane = shown.ok ? shown.value.lanes.find(({ id }) => id === laneId) : undefined
  if (!listed.ok || !shown.ok || !lane) return null
  const t = await getTranslations('changes.meanwhile')
  const own = listed.value.filter(({ change }) => change.kind === 'lane' && change.laneId === laneId)
  return (
    <section className="mt-4 max-w-3xl" aria-labelledby="meanwhile">
      <h2 id="meanwhile" className="text-body">
        {t('title')}
      </h2>
      <VersionList versions={own} hours={shown.value} most={Math.max(1, lane.version - version)} />
      <div className="mt-4">
        <ButtonLink href={`/desk/manage/hours/lane?lane=${laneId}&office=${officeId}`} wide={false}>
          {t('again')}
        </ButtonLink>
      </div>
    </section>
  )
}
