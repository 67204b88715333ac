'use server'

import { redirect } from 'next/navigation'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { acceptOffer } from '#lib/rush/accept-offer.ts'
import { declineOffer } from '#lib/rush/decline-offer.ts'

/** Takes the seat: from here on it is an appointment like any other. */
export async function acceptSeat(entryId: string): Promise<void> {
  const page = `/waiting/offer/${encodeURIComponent(entryId)}`
  const actor = await requireActor(page)
  if (!isUuid(entryId)) redirect('/waiting')
  if (!(await mayWrite(actor))) redirect(`${page}?refused=rate-limited`)
  const locale = await speakingLocale()
  const booked = await acceptOffer(pool(), { actor, entryId, locale, now: new Date() })
  if (booked.ok) redirect(`/appointment/${booked.value.code}`)
  const [error] = booked.errors ?? []
  const why = { refused: booked.reason, ...(error ? { detail: error.reason } : {}) }
  redirect(`${page}?${new URLSearchParams(why)}`)
}

/** No thanks: the next couple is asked. */
export async function declineSeat(entryId: string): Promise<void> {
  const actor = await requireActor(`/waiting/offer/${encodeURIComponent(entryId)}`)
  if (isUuid(entryId)) await declineOffer(pool(), { actor, entryId, now: new Date() })
  redirect('/waiting')
}
