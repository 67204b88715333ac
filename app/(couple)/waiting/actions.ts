'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { leaveWaitingList } from '#lib/rush/leave-waiting-list.ts'

/** Leaves the line, with one press. */
export async function leave(entryId: string): Promise<void> {
  const actor = await requireActor('/waiting')
  if (isUuid(entryId)) await leaveWaitingList(pool(), { actor, entryId, now: new Date() })
  redirect('/waiting')
}
