'use server'

import { redirect } from 'next/navigation'
import { moveAppointment } from '#lib/booking/move-appointment.ts'
import { renewPartnerCode } from '#lib/booking/renew-partner-code.ts'
import { takeKeptTime } from '#lib/capacity/take-kept-time.ts'
import { pool } from '#lib/db/pool.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'

/** Voids the code that was handed on and shows a new one. */
export async function renewCode(code: string): Promise<void> {
  const actor = await requireActor(`/appointment/${code}`)
  const renewed = await renewPartnerCode(pool(), { actor, code, now: new Date() })
  redirect(`/appointment/${code}${renewed.ok ? '?renewed=1' : ''}`)
}

/** Takes a wish for another time back, as long as the other has not answered; both keep the time they had. */
export async function takeBack(code: string, slotId: number, key: string): Promise<void> {
  const page = `/appointment/${code}`
  const actor = await requireActor(page)
  if (isUuid(key) && Number.isSafeInteger(slotId))
    await moveAppointment(pool(), { actor, code, slotId, key, now: new Date() })
  redirect(page)
}

/** Takes the time that the office kept for them instead of one that it cannot hold; the page then tells how it stands. */
export async function takeKept(code: string): Promise<void> {
  const page = `/appointment/${code}`
  const actor = await requireActor(page)
  await takeKeptTime(pool(), { actor, code, now: new Date() })
  redirect(page)
}
