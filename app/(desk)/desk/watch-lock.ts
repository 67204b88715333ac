'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

export interface DeskAnswer {
  readonly state: 'open' | 'locked' | 'out'
  readonly seconds: number
  readonly demoCode?: string
  readonly wrong?: string
}

const TOLD_EVERY_MS = 60_000

/**
 * Keeps an eye on the lock for an open page: tells the server that somebody is at work, locks after the time it gave,
 * and asks it again whenever the page comes to the front, since another page or a night may lie in between.
 */
export function useLock(seconds: number) {
  const [answer, setAnswer] = useState<DeskAnswer>({ state: 'open', seconds })
  const locksAt = useRef(0)
  const toldAt = useRef(0)
  const channel = useRef<BroadcastChannel | undefined>(undefined)

  const take = useCallback((next: DeskAnswer | undefined) => {
    if (!next) return
    locksAt.current = Date.now() + next.seconds * 1000
    setAnswer(next)
  }, [])
  const ask = useCallback(async () => {
    const next = await send('GET', '/desk/sign-in/stay')
    take(next)
    return next !== undefined
  }, [take])
  const unlock = useCallback(
    async (code: string | undefined) => {
      const form = new URLSearchParams(code === undefined ? {} : { code })
      const next = await send('POST', '/desk/sign-in/unlock', form)
      take(next)
      channel.current?.postMessage('changed')
      return next
    },
    [take],
  )

  useEffect(() => {
    locksAt.current = Date.now() + seconds * 1000
    toldAt.current = Date.now()
    channel.current = 'BroadcastChannel' in window ? new BroadcastChannel('yd-desk') : undefined
    if (channel.current) channel.current.onmessage = () => void ask()
    const isDue = () => Date.now() >= locksAt.current
    const work = () => {
      if (isDue() || Date.now() - toldAt.current < TOLD_EVERY_MS) return
      toldAt.current = Date.now()
      void send('POST', '/desk/sign-in/stay', new URLSearchParams()).then(take)
    }
    const look = () => document.visibilityState === 'visible' && void ask()
    const timer = setInterval(() => isDue() && void ask(), 5000)
    for (const kind of ['keydown', 'pointerdown'] as const) document.addEventListener(kind, work)
    for (const kind of ['visibilitychange', 'pageshow'] as const) addEventListener(kind, look)
    return () => {
      clearInterval(timer)
      channel.current?.close()
      for (const kind of ['keydown', 'pointerdown'] as const) document.removeEventListener(kind, work)
      for (const kind of ['visibilitychange', 'pageshow'] as const) removeEventListener(kind, look)
    }
  }, [seconds, ask, take])

  /** Whether a form may be sent now; asks when the time may be over, so that nothing typed is sent into a lock. */
  const isOpen = useCallback(() => answer.state === 'open' && Date.now() < locksAt.current, [answer])
  return { answer, ask, unlock, isOpen }
}

// No answer: a workstation without network is not locked out by that.
async function send(method: string, path: string, body?: URLSearchParams): Promise<DeskAnswer | undefined> {
  const response = await fetch(path, {
    method,
    headers: { accept: 'application/json' },
    ...(body ? { body } : {}),
  }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as DeskAnswer) : undefined
}
