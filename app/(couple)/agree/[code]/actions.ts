'use server'

import { redirect } from 'next/navigation'
import { confirmAppointment } from '#lib/booking/confirm-appointment.ts'
import { declineAppointment } from '#lib/booking/decline-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { mayGuess } from '#lib/edge/limits.ts'

export async function agree(code: string, partnerCode: string, key: string): Promise<void> {
  await answer(code, partnerCode, key, confirmAppointment)
}

export async function decline(code: string, partnerCode: string, key: string): Promise<void> {
  await answer(code, partnerCode, key, declineAppointment)
}

async function answer(
  code: string,
  partnerCode: string,
  key: string,
  verb: typeof confirmAppointment,
): Promise<void> {
  const review = `/agree/${code}?${new URLSearchParams({ confirm: partnerCode })}`
  const actor = await requireActor(review)
  if (!isUuid(key)) redirect(review)
  const given: Result<unknown> = (await mayGuess(code))
    ? await verb(pool(), { actor, code, partnerCode, key, now: new Date() })
    : { ok: false, reason: 'rate-limited' }
  if (given.ok) redirect(`/appointment/${code}`)
  const [error] = given.errors ?? []
  redirect(
    `${review}&${new URLSearchParams({ refused: given.reason, ...(error ? { detail: error.reason } : {}) })}`,
  )
}
