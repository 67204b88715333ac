'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { DayNews } from '#components/desk/day-news.ts'
import { hearActs } from '#components/desk/hear-acts.ts'
import { spreadNews } from '#components/desk/hear-news.ts'

const POLL_MS = 5000
const SETTLE_MS = 150
/** However much happens, a list is drawn so seldom, at moments that differ from screen to screen. */
const REST_MS = 700

type Line = 'opening' | 'live' | 'polling' | 'cut'
const WORRIES: readonly Line[] = ['polling', 'cut']

/**
 * Keeps the list true: hands on the news of the day, or draws the page anew whenever the office tells of a change. When
 * the stream breaks it asks every five seconds instead, and says so; without the network, and when an act found nobody,
 * it says since when the list stands still.
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
  const [line, setLine] = useState<Line>('opening')
  const [heardAt, setHeardAt] = useState('')
  useEffect(() => {
    let wasCut = false
    let soon: ReturnType<typeof setTimeout> | undefined
    let rested = 0
    // Thirty clerks at work make many changes a second; the list is drawn once for all of them, and within the second.
    const refresh = () => {
      if (soon) return
      const wait = Math.max(SETTLE_MS * (0.5 + Math.random()), rested - performance.now())
      soon = setTimeout(() => {
        soon = undefined
        rested = performance.now() + REST_MS
        router.refresh()
      }, wait)
    }
    const stream = new EventSource(source)
    stream.addEventListener('open', () => setLine('live'))
    stream.addEventListener('desk', (event) => {
      if (event.data === 'changed' || wasCut) refresh()
      wasCut = false
    })
    let alarm: string | undefined
    stream.addEventListener('day', (event) => {
      const news = JSON.parse(event.data) as DayNews
      spreadNews(news)
      setHeardAt(news.time)
      if (alarm !== undefined && alarm !== news.alarm) refresh()
      alarm = news.alarm
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
    const deaf = hearActs((address) => {
      if (address === undefined) setLine('cut')
    })
    return () => {
      deaf()
      stream.close()
      clearInterval(poll)
      clearTimeout(soon)
    }
  }, [router, source])
  return (
    <p
      role="status"
      data-live={line}
      className={WORRIES.includes(line) ? 'text-small font-semibold text-warn' : 'text-small text-ink-soft'}
    >
      {texts[line]} <span className="tabular-nums">{heardAt > time ? heardAt : time}</span>
      {line === 'cut' && offline ? (
        <a href={offline.href} className="ml-2">
          {offline.text}
        </a>
      ) : null}
    </p>
  )
}
