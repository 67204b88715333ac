'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'

const POLL_MS = 5000
/** For as long as it stays on the screens that somebody goes, and a moment. */
const ANSWERED_MS = 125_000
const KEY = 'F8'

/**
 * Hears of calls for help on pages that do not follow the day by themselves, and draws the page anew only when another
 * one stands there: what is being typed stays. The key works everywhere, in a field too.
 */
export function AlarmWatch({ shown, source, marks }: { shown: string; source: string; marks: string }) {
  const router = useRouter()
  const path = usePathname()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.repeat) return
      event.preventDefault()
      document.querySelector<HTMLButtonElement>('button[data-alarm]')?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useEffect(() => {
    if (!shown.includes('answered')) return
    const over = setTimeout(() => router.refresh(), ANSWERED_MS)
    return () => clearTimeout(over)
  }, [router, shown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page may follow the day by itself, or no longer
  useEffect(() => {
    if (document.querySelector('[data-live]')) return
    const look = async () => {
      const answer = await fetch(marks, { cache: 'no-store' }).catch(() => undefined)
      if (answer?.ok && !answer.redirected && (await answer.text()) !== shown) router.refresh()
    }
    const stream = new EventSource(source)
    stream.addEventListener('desk', look)
    const poll = setInterval(() => {
      if (stream.readyState !== EventSource.OPEN) void look()
    }, POLL_MS)
    return () => {
      stream.close()
      clearInterval(poll)
    }
  }, [router, path, shown, source, marks])
  return null
}
