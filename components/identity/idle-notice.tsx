'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'

const NOTICE_SECONDS = 120

/**
 * Says two minutes ahead, and again one minute ahead, that the session is about to end, with a button to stay. Asks
 * the server how much is left instead of trusting its own clock: another tab, or a phone that slept, may know better.
 */
export function IdleNotice({
  seconds,
  texts,
}: {
  /** What was left of the session when the page was made. */
  seconds: number
  texts: { twoMinutes: string; oneMinute: string; ended: string; stay: string; signIn: string }
}) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const next = left > NOTICE_SECONDS ? left - NOTICE_SECONDS : left > 60 ? left - 60 : left
    const timer = left > 0 ? setTimeout(() => ask('GET', setLeft), next * 1000 + 500) : undefined
    const look = () => document.visibilityState === 'visible' && ask('GET', setLeft)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [left])
  return (
    <div role="status" className="no-print sticky top-0 z-10">
      {left > NOTICE_SECONDS ? null : (
        <div className="mx-auto grid max-w-[640px] gap-2 border-b-2 border-warn bg-warn-tint px-5 py-3">
          <p className="font-semibold">
            {left > 60 ? texts.twoMinutes : left > 0 ? texts.oneMinute : texts.ended}
          </p>
          {left > 0 ? (
            <Button type="button" kind="second" onClick={() => ask('POST', setLeft)}>
              {texts.stay}
            </Button>
          ) : (
            <a className="prose-link min-h-11" href={signInAddress()}>
              {texts.signIn}
            </a>
          )}
        </div>
      )}
    </div>
  )
}

// The fraction makes every answer a new value, so that the next question is always planned. No answer, no new notice:
// a phone without network is not signed out.
async function ask(method: 'GET' | 'POST', tell: (next: (left: number) => number) => void): Promise<void> {
  const answer = await fetch('/sign-in/stay', { method }).catch(() => undefined)
  const known: number | undefined = answer?.ok ? (await answer.json()).seconds : undefined
  tell((left) => (known === 0 ? 0 : (known ?? left) + Math.random() / 100))
}

function signInAddress(): string {
  const to = typeof location === 'undefined' ? '/' : location.pathname + location.search
  return `/sign-in?error=ended&to=${encodeURIComponent(to)}`
}
