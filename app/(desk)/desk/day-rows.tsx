'use client'

import { useRouter } from 'next/navigation'
import { memo, useEffect, useRef, useState } from 'react'
import { afterNews, type KnownDay } from '#components/desk/day-news.ts'
import { DayRow } from '#components/desk/day-row.tsx'
import { hearNews } from '#components/desk/hear-news.ts'
import { classNames } from '#components/ui/class-names.ts'

const Row = memo(DayRow, (before, after) => {
  const isSame = before.isChosen === after.isChosen && before.isDense === after.isDense
  return isSame && JSON.stringify(before.line) === JSON.stringify(after.line)
})

/**
 * The rows of the day, drawn by the browser: an answer after an act carries their words and no markup, and what others
 * do comes as the few lines that differ. When that is the couple that is open here, the page is asked for anew.
 */
export function DayRows({
  day,
  chosen,
  isDense,
  empty,
}: {
  day: KnownDay
  chosen: string | undefined
  isDense: boolean
  empty: string
}) {
  const router = useRouter()
  const [held, setHeld] = useState(day)
  const shown = held.at > day.at ? held : day
  const latest = useRef(shown)
  latest.current = shown
  useEffect(
    () =>
      hearNews((news) => {
        const before = latest.current
        const after = afterNews(before, news)
        latest.current = after
        setHeld(after)
        if (chosen && lineOf(before, chosen) !== lineOf(after, chosen)) router.refresh()
      }),
    [router, chosen],
  )
  if (shown.lines.length === 0) return <p className="px-4 py-10 text-center text-ink-soft">{empty}</p>
  return (
    <ul className={classNames(isDense && 'gap-x-0 xl:columns-2')}>
      {shown.lines.map((line) => (
        <li key={line.id} className="break-inside-avoid">
          <Row line={line} isChosen={line.id === chosen} isDense={isDense} />
        </li>
      ))}
    </ul>
  )
}

function lineOf({ lines }: KnownDay, id: string): string {
  return JSON.stringify(lines.find((line) => line.id === id) ?? null)
}
