'use client'

import { useEffect, useState } from 'react'

const WARN_MS = 120_000

/** Says two minutes before the end that there are two minutes left, to the eye and to a screen reader. */
export function HoldWarning({ text, expiresAt }: { text: string; expiresAt: number }) {
  const [isSoon, setSoon] = useState(false)
  useEffect(() => {
    const elapsed = performance.timeOrigin + performance.now()
    const timer = setTimeout(() => setSoon(true), Math.max(0, expiresAt - WARN_MS - elapsed))
    return () => clearTimeout(timer)
  }, [expiresAt])
  return (
    <p role="status" className={isSoon ? 'w-full font-semibold text-warn' : 'sr-only'}>
      {isSoon ? text : ''}
    </p>
  )
}
