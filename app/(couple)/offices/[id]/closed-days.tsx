import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { Notice } from '#components/ui/notice.tsx'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { dayText } from '#lib/format/dates.ts'
import type { getOffice } from '#lib/office/get-office.ts'
import { listClosures } from '#lib/office/list-closures.ts'

const LOOK_AHEAD_DAYS = 60

/** The coming days on which the office, or one of its lanes, is closed, and why. */
export async function ClosedDays({
  office,
  now,
}: {
  office: NonNullable<Awaited<ReturnType<typeof getOffice>>>
  now: Date
}) {
  const from = shanghaiToday(now)
  const closures = await listClosures(office.id, { from, until: addDays(from, LOOK_AHEAD_DAYS) })
  if (closures.length === 0) return null
  const t = await getTranslations('offices.page')
  const locale = await speakingLocale()
  return (
    <Notice title={t('closures')} tone="warn">
      <ul className="grid gap-1">
        {closures.map((closure) => {
          const first = dayText(locale, closure.from)
          const lane = office.lanes.find((one) => one.id === closure.laneId)?.name[locale]
          return (
            <li key={`${closure.from} ${closure.laneId ?? ''}`}>
              <span className="font-semibold">
                {closure.until === closure.from
                  ? first
                  : t('closureSpan', { from: first, until: dayText(locale, closure.until) })}
              </span>
              <span className="block text-small">
                {closure.reason[locale]}
                {lane ? t('closureLane', { lane }) : ''}
              </span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
