'use client'

import { useRouter } from 'next/navigation'
import { memo, useEffect, useRef, useState } from 'react'
import { afterNews, type KnownDay } from '#components/desk/day-news.ts'
import { DayRow } from '#components/desk/day-row.tsx'
import { hearNews } from '#components/desk/hear-news.ts'
import { classNames } from '#components/ui/class-names.ts'
import { askAgain, setOut } from './ask-again.ts'
import { type Chosen, useChosen } from './chosen-entry.tsx'

const Row = memo(DayRow, (before, after) => {
  const isSame = before.isChosen === after.isChosen && before.isDense === after.isDense
  return isSame && JSON.stringify(before.line) === JSON.stringify(after.line)
})

/**
 * The rows of the day, drawn by the browser from their words: whatever is done, here or elsewhere, comes as the few lines
 * that differ. When that is the couple that is open here, what stands beside the list is asked for again.
 */
export function DayRows({
  day,
  atWindow,
  isDense,
  empty,
}: {
  day: KnownDay
  /** Who stands at the window of this shift. */
  atWindow: string | undefined
  isDense: boolean
  empty: string
}) {
  const router = useRouter()
  const [held, setHeld] = useState(day)
  const shown = held.at > day.at ? held : day
  const chosen = useChosen(atWindow)
  const latest = useRef({ day: shown, chosen })
  latest.current = { day: shown, chosen }
  useEffect(
    () =>
      hearNews((news) => {
        const { day: before, chosen } = latest.current
        const after = afterNews(before, news)
        latest.current = { day: after, chosen }
        setHeld(after)
        if (isNewsOf(chosen, before, after)) askAgain(router)
      }),
    [router],
  )
  // Also for what changed while the couple was on its way here, and could not be asked for then.
  const ahead = versionAhead(chosen, shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is shown next may be behind the same version
  useEffect(() => {
    if (ahead !== undefined) askAgain(router)
  }, [router, ahead, chosen.id, chosen.version])
  if (shown.lines.length === 0) return <p className="px-4 py-10 text-center text-ink-soft">{empty}</p>
  return (
    <ul className={classNames(isDense && 'gap-x-0 xl:columns-2')}>
      {shown.lines.map((line) => (
        <li key={line.id} className="break-inside-avoid">
          <Row line={line} isChosen={line.id === chosen.id} isDense={isDense} onOpen={setOut} />
        </li>
      ))}
    </ul>
  )
}

/** The version of the couple at hand in the list, where what stands beside it is of one before. */
function versionAhead({ id, version }: Chosen, { lines }: KnownDay): number | undefined {
  const listed = lines.find((line) => line.id === id)?.version
  return listed !== undefined && version !== undefined && listed > version ? listed : undefined
}

/** Whether the line of the couple at hand says something else, and no version tells whether that stands there already. */
function isNewsOf({ id, version }: Chosen, before: KnownDay, after: KnownDay): boolean {
  const lineOf = ({ lines }: KnownDay) => lines.find((line) => line.id === id)
  const [old, now] = [lineOf(before), lineOf(after)]
  if (JSON.stringify(old) === JSON.stringify(now)) return false
  const isCounted = old?.version !== now?.version && now?.version !== undefined && version !== undefined
  return !isCounted
}
