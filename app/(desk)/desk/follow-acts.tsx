'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { hearActs } from '#components/desk/hear-acts.ts'
import { askAgain } from './ask-again.ts'

/** Goes where an act has led. At the address where one is already, what stands beside the list is asked for again. */
export function FollowActs() {
  const router = useRouter()
  useEffect(
    () =>
      hearActs((address) => {
        if (address === undefined) return
        if (address === location.pathname + location.search) askAgain(router)
        else router.push(address, { scroll: false })
      }),
    [router],
  )
  return null
}
