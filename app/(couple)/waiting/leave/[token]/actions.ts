'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { leaveWaitingList } from '#lib/rush/leave-waiting-list.ts'

/** Leaves by the link that only this couple was sent; no sign-in, as leaving must be as easy as joining. */
export async function leaveByLink(token: string): Promise<void> {
  await leaveWaitingList(pool(), { token: String(token).slice(0, 100), now: new Date() })
  redirect(`/waiting/leave/${encodeURIComponent(token)}`)
}
