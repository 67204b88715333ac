'use client'

import { useEffect } from 'react'
import { keepShell } from './keep-shell.ts'
import { noteTouch, openDay } from './kept-day.ts'
import { renewDay } from './reach-server.ts'
import { watchTouch } from './watch-touch.ts'

const EVERY_MS = 60_000

/** Keeps the list of today ready on this workstation, from the page that is open all day. */
export function KeepDay() {
  useEffect(() => {
    void keepShell()
    const renew = async (isByHand: boolean) => {
      const line = await renewDay()
      if (line === 'live' && isByHand) await noteTouch()
      // Closes what nobody has touched for too long, also without a network.
      await openDay()
    }
    void renew(true).catch(() => undefined)
    const timer = setInterval(() => void renew(false).catch(() => undefined), EVERY_MS)
    const stop = watchTouch()
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [])
  return null
}
