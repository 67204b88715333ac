'use client'

import { useEffect, useState } from 'react'
import { keepShell } from './keep-shell.ts'
import { countUnsent, noteTouch, openDay } from './kept-day.ts'
import { renewDay, sendMarks } from './reach-server.ts'
import { watchTouch } from './watch-touch.ts'

const EVERY_MS = 60_000

/**
 * Keeps the list of today ready on this workstation, from the page that is open all day; sends what waits here, and says
 * how much still does.
 */
export function KeepDay({ text }: { text: string }) {
  const [unsent, setUnsent] = useState(0)
  useEffect(() => {
    void keepShell()
    const renew = async (isByHand: boolean) => {
      const line = await renewDay()
      if (line === 'live' && isByHand) await noteTouch()
      // Closes what nobody has touched for too long, also without a network.
      const opened = await openDay()
      if (line === 'live' && opened.state === 'open') await sendMarks(opened.marks)
      setUnsent(await countUnsent())
    }
    void renew(true).catch(() => undefined)
    const timer = setInterval(() => void renew(false).catch(() => undefined), EVERY_MS)
    const stop = watchTouch()
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [])
  return unsent > 0 ? (
    <p role="status" className="text-small font-semibold text-warn">
      <a href="/desk/offline">{text.replace('{count}', String(unsent))}</a>
    </p>
  ) : null
}
