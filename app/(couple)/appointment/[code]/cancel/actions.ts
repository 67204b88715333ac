'use server'

import { redirect } from 'next/navigation'
import { cancelAppointment } from '#lib/booking/cancel-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { CANCEL_REASONS } from '#lib/domain/cancel-reason.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'

/** The key came with the page, so that a second click cancels nothing else. */
export async function cancel(code: string, key: string, form: FormData): Promise<void> {
  const page = `/appointment/${code}/cancel`
  const actor = await requireActor(page)
  if (!isUuid(key)) redirect(page)
  const reason = CANCEL_REASONS.find((one) => one === form.get('reason'))
  const words = String(form.get('words') ?? '').slice(0, 160)
  const cancelled = await cancelAppointment(pool(), { actor, code, reason, words, key, now: new Date() })
  if (cancelled.ok) redirect(`/appointment/${code}`)
  const [error] = cancelled.errors ?? []
  const why = { refused: cancelled.reason, ...(error ? { detail: error.reason } : {}) }
  redirect(`${page}?${new URLSearchParams(why)}`)
}
