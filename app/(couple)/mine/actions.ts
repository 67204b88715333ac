'use server'

import { redirect } from 'next/navigation'
import { forgetDraft } from '#lib/booking/forget-draft.ts'
import { pool } from '#lib/db/pool.ts'
import { requireActor } from '#lib/edge/actor.ts'

/** Forgets what was typed into a booking and not sent. */
export async function forgetUnsent(): Promise<void> {
  await forgetDraft(pool(), await requireActor('/mine'))
  redirect('/mine?forgot=1')
}
