'use server'

import { redirect } from 'next/navigation'
import { askPhoneCode } from '#app/(couple)/book/phone/ask-phone-code.ts'
import { readOwn, readPartner } from '#app/(couple)/book/read-parties.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findHold } from '#lib/booking/find-hold.ts'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { endJourney, requireStep } from '#lib/edge/journey.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { dayText } from '#lib/format/dates.ts'

/**
 * Sends the answers: the held seat becomes an appointment. The key was made with the last answer, so that a
 * second click, a reload or a lost answer is still one booking.
 */
export async function sendAnswers(): Promise<void> {
  const answers = await requireStep('answers')
  const actor = await requireActor('/book/answers')
  const identity = identityOf(actor)
  const { service, slotId, key } = answers
  if (!service || !slotId || !key || !identity) redirect('/book')
  const own = readOwn(identity, answers.you)
  const partner = SERVICE_FACTS[service].parties === 2 ? readPartner(answers.partner) : undefined
  if (!own.ok) redirect('/book/you?wrong=1')
  if (partner && !partner.ok) redirect('/book/partner?wrong=1')
  const known = { vouched: identity.phone, proved: answers.provedPhone }
  if (needsPhoneProof(own.party.phone, known)) await askPhoneCode(own.party.phone)
  if (!(await mayWrite(actor))) redirect('/book/answers?refused=rate-limited')
  const now = new Date()
  const hold = await findHold(pool(), actor.id, now)
  const locale = await speakingLocale()
  const booked = await bookAppointment(pool(), {
    actor,
    input: { slotId, service, parties: [own.input, ...(partner?.ok ? [partner.input] : [])] },
    key,
    locale,
    holdId: hold?.slotId === slotId ? hold.id : undefined,
    now,
  })
  if (!booked.ok) redirect(refusedPath(booked, locale))
  await endJourney(booked.value.code)
  redirect(`/appointment/${booked.value.code}`)
}

/** A seat that is gone leads back to the times; everything else is explained beside the answers. */
function refusedPath({ reason, errors }: Refusal, locale: Locale): string {
  if (reason === 'hold-expired') return '/book/time?expired=1'
  if (reason === 'slot-full' || reason === 'slot-closed') return `/book/time?refused=${reason}`
  const [error] = errors ?? []
  const earliestOn = error?.earliestOn
  const earliest = earliestOn && isCalendarDate(earliestOn) ? dayText(locale, earliestOn, 'plain') : ''
  return `/book/answers?${new URLSearchParams({ refused: reason, ...(error ? { detail: error.reason, earliest } : {}) })}`
}
