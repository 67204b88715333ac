import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { DayRow } from './day-row.tsx'

/** More rows than this would not fit on a counter's screen in one column. */
const ROOMY_ROWS = 18

/** The day by time. A full day stands in two columns, so that all of it is seen at once. */
export async function DayList({
  entries,
  chosen,
  now,
}: {
  entries: readonly DayEntry[]
  chosen: string | undefined
  now: Date
}) {
  const t = await getTranslations('desk')
  if (entries.length === 0) return <p className="px-4 py-10 text-center text-ink-soft">{t('empty')}</p>
  const isDense = entries.length > ROOMY_ROWS
  return (
    <ul className={classNames(isDense && 'gap-x-0 xl:columns-2')}>
      {entries.map((entry) => (
        <li key={entry.id} className="break-inside-avoid">
          <DayRow entry={entry} isChosen={entry.id === chosen} isDense={isDense} now={now} />
        </li>
      ))}
    </ul>
  )
}
