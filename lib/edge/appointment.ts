import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { isLookedUp } from '#lib/booking/is-looked-up.ts'
import { maskedView } from '#lib/booking/masked-view.ts'
import { readSettled } from '#lib/booking/read-settled.ts'
import { signLookUp } from '#lib/booking/sign-look-up.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { env } from '#lib/env.ts'
import { guardCookie } from '#lib/identity/guard-cookie.ts'
import { loadActor, requireActor } from './actor.ts'

const SEEN_FOR_SECONDS = 15 * 60

function cookieName(): string {
  return env.publicUrl.startsWith('https:') ? '__Host-yd-looked-up' : 'yd-looked-up'
}

/** An appointment for whoever may see it in this browser: one of its people, or who has just looked it up. */
export async function loadAppointment(code: string): Promise<AppointmentView | undefined> {
  const now = new Date()
  const actor = await loadActor()
  const own = actor ? await getAppointment(pool(), code, actor, now) : undefined
  if (own?.ok) return own.value
  const proof = (await cookies()).get(cookieName())?.value
  if (!proof || !isLookedUp(proof, code, now)) return undefined
  const record = await readSettled(pool(), code, now)
  return record && maskedView(record)
}

/**
 * An appointment that lies ahead of the one who is signed in, to change it. Nobody signs in and comes back to `returnTo`;
 * where there is nothing to change, its own page tells why. Redirects by throwing.
 */
export async function requireOwnAppointment(code: string, returnTo: string): Promise<AppointmentView> {
  await requireActor(returnTo)
  const appointment = await loadAppointment(code)
  if (!appointment?.role || !isActive(appointment.status)) redirect(`/appointment/${code}`)
  return appointment
}

/** Remembers for a quarter of an hour that code and document were known here. */
export async function rememberLookedUp(code: string): Promise<void> {
  const until = Math.floor(Date.now() / 1000) + SEEN_FOR_SECONDS
  const value = signLookUp(code, until)
  ;(await cookies()).set(cookieName(), value, { ...guardCookie(), maxAge: SEEN_FOR_SECONDS })
}
