'use server'

import { redirect } from 'next/navigation'
import { renewPartnerCode } from '#lib/booking/renew-partner-code.ts'
import { pool } from '#lib/db/pool.ts'
import { requireActor } from '#lib/edge/actor.ts'

/** Voids the code that was handed on and shows a new one. */
export async function renewCode(code: string): Promise<void> {
  const actor = await requireActor(`/appointment/${code}`)
  const renewed = await renewPartnerCode(pool(), { actor, code, now: new Date() })
  redirect(`/appointment/${code}${renewed.ok ? '?renewed=1' : ''}`)
}
