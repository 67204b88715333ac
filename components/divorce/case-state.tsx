import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import { type CalendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { type CaseDates, divorceStageOn } from '#lib/domain/cooling-off.ts'
import type { CaseStatus } from '#lib/domain/divorce-case.ts'

/** So many days before its end a window is marked. */
const NEAR_DAYS = 7

/** Where a case stands today, as a mark in a list: the stage with the days that are left, or how it ended. */
export async function CaseState({
  status,
  dates,
  today,
}: {
  status: CaseStatus
  dates: CaseDates
  today: CalendarDate
}) {
  const t = await getTranslations('cases.state')
  if (status !== 'open') return <Tag tone={status === 'issued' ? 'ok' : 'plain'}>{t(status)}</Tag>
  const stage = divorceStageOn(dates, today)
  if (stage === 'deemed-withdrawn') return <Tag tone="stop">{t(stage)}</Tag>
  if (stage === 'cooling-off') return <Tag>{t(stage, { days: daysBetween(today, dates.coolingOffEnd) })}</Tag>
  const days = daysBetween(today, dates.certWindowEnd)
  return <Tag tone={days <= NEAR_DAYS ? 'warn' : 'accent'}>{t(stage, { days })}</Tag>
}
