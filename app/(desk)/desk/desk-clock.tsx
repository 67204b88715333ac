'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

const EVERY_MS = 10_000

/** Day and time in China. It goes by itself: the page around it stays for a whole shift. */
export function DeskClock({ at, locale }: { at: Date; locale: Locale }) {
  const [now, setNow] = useState(at)
  useEffect(() => {
    // What the workstation's own clock is off by stays out of it.
    const since = performance.now()
    const timer = setInterval(() => setNow(new Date(at.getTime() + performance.now() - since)), EVERY_MS)
    return () => clearInterval(timer)
  }, [at])
  return (
    <time dateTime={now.toISOString()} className="text-ink-soft tabular-nums">
      {instantText(locale, now)}
    </time>
  )
}
