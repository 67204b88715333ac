'use server'

import { redirect } from 'next/navigation'
import { moveAppointment } from '#lib/booking/move-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { mayWrite } from '#lib/edge/limits.ts'

/** The key came with the page: a second click, a retry or the same page opened twice is one move. */
export async function move(code: string, slotId: number, key: string): Promise<void> {
  const dates = `/appointment/${code}/move`
  const actor = await requireActor(dates)
  if (!isUuid(key) || !Number.isSafeInteger(slotId)) redirect(dates)
  if (!(await mayWrite(actor))) redirect(`${dates}?refused=rate-limited`)
  const moved = await moveAppointment(pool(), { actor, code, slotId, key, now: new Date() })
  const [error] = moved.ok ? [] : (moved.errors ?? [])
  // Sent once more from a page that was drawn anew: what was wanted has been done.
  if (moved.ok || error?.reason === 'same-slot') redirect(`/appointment/${code}`)
  const why = {
    refused: moved.reason,
    ...(error ? { detail: error.reason } : {}),
    earliest: error?.earliestOn ?? '',
  }
  redirect(`${dates}?${new URLSearchParams(why)}`)
}
