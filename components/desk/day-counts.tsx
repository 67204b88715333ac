'use client'

import { useEffect, useState } from 'react'
import type { DayFigure } from './day-news.ts'
import { hearNews } from './hear-news.ts'

/** How the day stands, in five figures. */
export function DayCounts({ at, figures }: { at: number; figures: readonly DayFigure[] }) {
  const [heard, setHeard] = useState({ at, figures })
  useEffect(() => hearNews((news) => setHeard(news)), [])
  const shown = heard.at > at ? heard.figures : figures
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1">
      {shown.map(([name, value]) => (
        <div key={name} className="flex items-baseline gap-1">
          <dd className="text-lead font-bold tabular-nums">{value}</dd>
          <dt className="text-small text-ink-soft">{name}</dt>
        </div>
      ))}
    </dl>
  )
}
