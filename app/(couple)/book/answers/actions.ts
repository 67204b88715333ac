'use server'

import { redirect } from 'next/navigation'
import { requirePeople } from '#app/(couple)/book/require-people.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findHold } from '#lib/booking/find-hold.ts'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { endJourney, requireStep } from '#lib/edge/journey.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { dayText } from '#lib/format/dates.ts'
import { countStep } from '#lib/numbers/count-step.ts'

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
  const parties = await requirePeople(service, identity, answers)
  if (!(await mayWrite(actor))) redirect('/book/answers?refused=rate-limited')
  const now = new Date()
  const hold = await findHold(pool(), actor.id, now)
  const locale = await speakingLocale()
  const booked = await bookAppointment(pool(), {
    actor,
    input: { slotId, service, parties },
    key,
    locale,
    holdId: hold?.slotId === slotId ? hold.id : undefined,
    now,
  })
  if (!booked.ok) {
    countStep(pool(), { service, officeId: answers.officeId, step: 'refused', detail: booked.reason, now })
    redirect(refusedPath(booked, locale))
  }
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
