'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { hearActs } from '#components/desk/hear-acts.ts'
import { goOn } from './ask-again.ts'

/** Goes where an act has led. */
export function FollowActs() {
  const router = useRouter()
  useEffect(
    () =>
      hearActs((address) => {
        if (address !== undefined) goOn(router, address)
      }),
    [router],
  )
  return null
}
