'use server'

import { redirect } from 'next/navigation'
import { cancelAppointment } from '#lib/booking/cancel-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'

/** The key came with the page, so that a second click cancels nothing else. */
export async function cancel(code: string, key: string, form: FormData): Promise<void> {
  const actor = await requireActor(`/appointment/${code}/cancel`)
  if (!isUuid(key)) redirect(`/appointment/${code}/cancel`)
  const reason = String(form.get('reason') ?? '').slice(0, 200)
  const cancelled = await cancelAppointment(pool(), { actor, code, reason, key, now: new Date() })
  redirect(`/appointment/${code}${cancelled.ok ? '' : `/cancel?refused=${cancelled.reason}`}`)
}
