import { getTranslations } from 'next-intl/server'
import { dayLines, isDenseDay } from '#components/desk/day-line.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { DayRows } from './day-rows.tsx'

/** The day by time. */
export async function DayList({
  entries,
  readAt,
  atWindow,
  now,
}: {
  entries: readonly DayEntry[]
  readAt: Date
  /** Who stands at the window of this shift. */
  atWindow: string | undefined
  now: Date
}) {
  const t = await getTranslations('desk')
  const lines = dayLines(entries, (key, values) => t(key as 'title', values), now)
  const day = { at: readAt.getTime(), lines }
  return <DayRows day={day} atWindow={atWindow} isDense={isDenseDay(entries)} empty={t('empty')} />
}
