'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChosenEnd } from '#components/desk/offline-end-form.tsx'
import type { ArrivalMark, EndMark, OfflineEntry } from '#lib/domain/offline.ts'
import { keepShell } from './keep-shell.ts'
import { type KeptDay, lockDay, noteMark, noteTouch, openDay } from './kept-day.ts'
import { type Line, LOCK_ADDRESS, renewDay, sendMarks } from './reach-server.ts'
import { watchTouch } from './watch-touch.ts'
import { dropMark } from './workstation-store.ts'

const LOOK_EVERY_MS = 5000
const RENEW_EVERY_MS = 60_000

/**
 * The day of this workstation for an open page: renewed while there is a network, from what is kept while there is
 * none, and what was noted is sent as soon as somebody answers.
 */
export function useOfflineDay() {
  const [kept, setKept] = useState<KeptDay>()
  const [line, setLine] = useState<Line>('live')
  const [cutAt, setCutAt] = useState<number>()
  const [sent, setSent] = useState(0)
  const isAsking = useRef(false)
  const askedAt = useRef(0)
  const before = useRef<Line>('live')
  const channel = useRef<BroadcastChannel>(undefined)

  const show = useCallback(async () => setKept(await openDay()), [])
  const turn = useCallback((now: Line) => {
    setLine(now)
    // The bar asks for the code.
    if (now === 'locked' && before.current !== 'locked') channel.current?.postMessage('changed')
    before.current = now
    setCutAt((since) => (now === 'cut' ? (since ?? Date.now()) : undefined))
    // While it is cut it is asked at every look.
    askedAt.current = now === 'cut' ? 0 : Date.now()
    return now
  }, [])

  const reach = useCallback(
    async (isByHand = false) => {
      if (isAsking.current) return
      isAsking.current = true
      try {
        const isLive = turn(navigator.onLine ? await renewDay() : 'cut') === 'live'
        if (isLive && isByHand) await noteTouch()
        const opened = await openDay()
        const count = isLive && opened.state === 'open' ? await sendMarks(opened.marks) : 0
        if (count > 0) {
          setSent((earlier) => earlier + count)
          turn(await renewDay())
        }
      } finally {
        isAsking.current = false
      }
      await show()
    },
    [show, turn],
  )

  useEffect(() => {
    void keepShell()
    const look = () => (Date.now() - askedAt.current < RENEW_EVERY_MS ? void show() : void reach())
    const ask = () => void reach()
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const kind of ['online', 'offline'] as const) addEventListener(kind, ask)
    channel.current = 'BroadcastChannel' in window ? new BroadcastChannel('yd-desk') : undefined
    // Locked or opened again, here or on another page.
    if (channel.current) channel.current.onmessage = ask
    void reach(true)
    // The server may not hear that somebody locks the workstation: the key goes all the same.
    const lock = ({ target }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement) || target.getAttribute('action') !== LOCK_ADDRESS) return
      // While it is cut, askedAt is 0: then the lock is told when somebody answers again.
      void lockDay({ isOwed: askedAt.current === 0 }).then(show)
    }
    addEventListener('submit', lock, true)
    const stop = watchTouch()
    return () => {
      clearInterval(timer)
      removeEventListener('submit', lock, true)
      for (const kind of ['online', 'offline'] as const) removeEventListener(kind, ask)
      channel.current?.close()
      stop()
    }
  }, [reach, show])

  /** Notes that these people of an appointment are here, and sends it when somebody answers. */
  const note = (entry: OfflineEntry, roles: readonly number[]) => put(entry, roles, { roles })
  /** Notes how the visit of these people ended, likewise. */
  const noteEnd = (entry: OfflineEntry, chosen: ChosenEnd) => {
    const seenAt = kept?.state === 'open' ? kept.day.madeAt : ''
    const roles = entry.people.map(({ role }) => role)
    return put(entry, roles, { ...chosen, seenAt })
  }
  const put = async (
    { id, people, startTime }: OfflineEntry,
    roles: readonly number[],
    what: Pick<ArrivalMark, 'roles'> | Omit<EndMark, 'key' | 'appointmentId' | 'at'>,
  ) => {
    if (kept?.state !== 'open') return
    const at = new Date(Date.now() + kept.skewMs).toISOString()
    const names = people.filter(({ role }) => roles.includes(role)).map(({ name }) => name)
    await noteMark({
      mark: { key: crypto.randomUUID(), appointmentId: id, at, ...what },
      startTime,
      names,
    })
    await show()
    if (line === 'live') await reach()
  }
  /** Takes a mark off this workstation: one that was not sent yet, or a conflict that somebody has looked at. */
  const drop = async (key: string) => {
    await dropMark(key)
    await show()
  }
  return { kept, line, cutAt, sent, note, noteEnd, drop }
}
