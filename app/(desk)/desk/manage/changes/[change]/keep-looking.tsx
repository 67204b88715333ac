'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 1500

/** Draws the page anew while the couples of a change are dealt with; without JavaScript somebody reloads it. */
export function KeepLooking({ isWorking }: { isWorking: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!isWorking) return
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isWorking, router])
  return null
}
