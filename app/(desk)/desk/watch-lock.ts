'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { forgiveLock, isLockOwed, lockDay } from './offline/kept-day.ts'

export interface DeskAnswer {
  readonly state: 'open' | 'locked' | 'out'
  readonly seconds: number
  readonly demoCode?: string
  readonly wrong?: string
}

const TOLD_EVERY_MS = 60_000
const UNLOCK = '/desk/sign-in/unlock'

/**
 * Keeps an eye on the lock for an open page: tells the server that somebody is at work, locks after the time it gave,
 * and asks it again whenever the page comes to the front, since another page or a night may lie in between.
 */
export function useLock(seconds: number) {
  const [answer, setAnswer] = useState<DeskAnswer>({ state: 'open', seconds })
  const locksAt = useRef(0)
  const toldAt = useRef(0)
  const channel = useRef<BroadcastChannel | undefined>(undefined)
  /** Locked here, and the server has not heard of it: nothing is asked of it before that. */
  const isOwed = useRef(false)
  const [isCut, setCut] = useState(false)

  const take = useCallback((next: DeskAnswer | undefined) => {
    if (!next) return
    locksAt.current = Date.now() + next.seconds * 1000
    setCut(false)
    setAnswer(next)
  }, [])
  const pay = useCallback(async () => {
    if (!isOwed.current) return true
    if (!(await send('POST', UNLOCK, new URLSearchParams()))) return false
    isOwed.current = false
    await forgiveLock()
    return true
  }, [])
  const ask = useCallback(async () => {
    const next = (await pay()) ? await send('GET', '/desk/sign-in/stay') : undefined
    take(next)
    return next !== undefined
  }, [pay, take])
  /** Locks at once; where the server does not hear it, this page and its list are locked all the same. */
  const lock = useCallback(async () => {
    const next = await send('POST', UNLOCK, new URLSearchParams())
    if (!next) {
      isOwed.current = true
      setCut(true)
      setAnswer({ state: 'locked', seconds: 0 })
      await lockDay({ isOwed: true }).catch(() => undefined)
    }
    take(next)
    channel.current?.postMessage('changed')
  }, [take])
  const unlock = useCallback(
    async (code: string) => {
      const next = (await pay()) ? await send('POST', UNLOCK, new URLSearchParams({ code })) : undefined
      if (!next) setCut(true)
      take(next)
      channel.current?.postMessage('changed')
      return next
    },
    [pay, take],
  )

  useEffect(() => {
    const recall = async () => {
      if (isOwed.current || !(await isLockOwed())) return
      isOwed.current = true
      setAnswer({ state: 'locked', seconds: 0 })
      await ask()
    }
    void recall()
    const hear = () => void ask()
    addEventListener('online', hear)
    return () => removeEventListener('online', hear)
  }, [ask])

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
  return { answer, isCut, ask, lock, unlock, isOpen }
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
