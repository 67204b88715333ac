'use server'

import { redirect } from 'next/navigation'
import { lookUpAppointment } from '#lib/booking/look-up-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { rememberLookedUp } from '#lib/edge/appointment.ts'
import { mayGuess } from '#lib/edge/limits.ts'

/** Looks an appointment up; a wrong code and a wrong number sound the same, and guessing is limited. */
export async function lookUp(form: FormData): Promise<void> {
  const typed = String(form.get('code') ?? '').slice(0, 40)
  const lastFour = String(form.get('lastFour') ?? '').slice(0, 8)
  const code = readAppointmentCode(typed)
  const back = (wrong: string) => `/appointment?${new URLSearchParams({ wrong, code: typed })}`
  if (!(await mayGuess(code ?? 'none'))) redirect(back('limit'))
  const found = await lookUpAppointment(pool(), {
    code: typed,
    lastFour,
    by: await loadActor(),
    now: new Date(),
  })
  if (!found.ok) redirect(back('1'))
  await rememberLookedUp(found.value.code)
  redirect(`/appointment/${found.value.code}`)
}
