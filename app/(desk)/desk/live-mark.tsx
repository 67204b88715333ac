'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

const POLL_MS = 5000
const SETTLE_MS = 150

type Line = 'live' | 'polling' | 'cut'

/**
 * Keeps the list true: draws it anew whenever the office tells of a change. When the stream breaks it asks every five
 * seconds instead, and says so; without the network it says since when the list stands still.
 */
export function LiveMark({
  source,
  time,
  texts,
  offline,
}: {
  source: string
  /** When this list was made, as a clock shows it. */
  time: string
  texts: Readonly<Record<Line, string>>
  /** Where the work goes on without a network, for whom it may. */
  offline?: { readonly href: string; readonly text: string } | undefined
}) {
  const router = useRouter()
  const [line, setLine] = useState<Line>('live')
  useEffect(() => {
    let wasCut = false
    let soon: ReturnType<typeof setTimeout> | undefined
    // Two clerks at work make many changes a second; the list is drawn once for all of them.
    const refresh = () => {
      clearTimeout(soon)
      soon = setTimeout(() => router.refresh(), SETTLE_MS)
    }
    const stream = new EventSource(source)
    stream.addEventListener('open', () => setLine('live'))
    stream.addEventListener('desk', (event) => {
      if (event.data === 'changed' || wasCut) refresh()
      wasCut = false
    })
    // The sign-in is over or locked: the page says so itself.
    stream.addEventListener('gone', () => location.reload())
    stream.addEventListener('error', () => {
      wasCut = true
      setLine(navigator.onLine ? 'polling' : 'cut')
    })
    const poll = setInterval(() => {
      if (!navigator.onLine) return setLine('cut')
      if (stream.readyState !== EventSource.OPEN) refresh()
    }, POLL_MS)
    return () => {
      stream.close()
      clearInterval(poll)
      clearTimeout(soon)
    }
  }, [router, source])
  return (
    <p
      role="status"
      data-live=""
      className={line === 'live' ? 'text-small text-ink-soft' : 'text-small font-semibold text-warn'}
    >
      {texts[line]} <span className="tabular-nums">{time}</span>
      {line === 'cut' && offline ? (
        <a href={offline.href} className="ml-2">
          {offline.text}
        </a>
      ) : null}
    </p>
  )
}
