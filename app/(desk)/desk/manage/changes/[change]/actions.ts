'use server'

import { redirect } from 'next/navigation'
import { notePhoned } from '#lib/capacity/note-phoned.ts'
import { tryAgain } from '#lib/capacity/try-again.ts'
import { pool } from '#lib/db/pool.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'

/** Looks once more for a time for those who got none. */
export async function lookAgain(changeId: string): Promise<void> {
  const { actor } = await requireSignedInStaff()
  await tryAgain(pool(), { actor, changeId, now: new Date() })
  redirect(`/desk/manage/changes/${changeId}`)
}

/** Puts down that a couple was phoned. */
export async function phoned(changeId: string, form: FormData): Promise<void> {
  const { actor } = await requireSignedInStaff()
  const appointmentId = String(form.get('appointment'))
  await notePhoned(pool(), { actor, changeId, appointmentId, now: new Date() })
  redirect(`/desk/manage/changes/${changeId}/phone`)
}
