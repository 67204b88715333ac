import { redirect } from 'next/navigation'
import { MOST_EXTENSIONS } from '#lib/booking/extend-hold.ts'
import { findHold, type SeatHold } from '#lib/booking/find-hold.ts'
import { findKeptSeat } from '#lib/booking/find-kept-seat.ts'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import { pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { requireOwnCase } from './visit.ts'

/** The seat that is kept while the questions are answered. */
export interface HeldTime {
  readonly date: CalendarDate
  readonly startTime: string
  readonly endTime: string
  readonly officeId: string
  /** Until when, with what can be done about it; the seat that is kept for a case runs out for nobody. */
  readonly hold?: Pick<SeatHold, 'expiresAt'> & { readonly minutes: number; readonly canExtend: boolean }
}

/** The held seat of this journey; when it has run out, back to the times, where it is explained. Redirects by throwing. */
export async function requireHeldTime(actor: Actor, answers: JourneyAnswers): Promise<HeldTime> {
  const now = new Date()
  if (answers.service && SERVICE_FACTS[answers.service].needsCase) return requireKeptTime(answers, now)
  const hold = await findHold(pool(), actor.id, now)
  const slot = hold && (await findSlotFacts(pool(), hold.slotId, now))
  if (!hold || !slot || hold.slotId !== answers.slotId) redirect('/book/time?expired=1')
  const { holdMinutes } = await loadPolicy(pool(), slot.officeId, now)
  const { date, startTime, endTime, officeId } = slot
  const { expiresAt, extensions } = hold
  const canExtend = extensions < MOST_EXTENSIONS
  return { date, startTime, endTime, officeId, hold: { expiresAt, minutes: holdMinutes, canExtend } }
}

// The office may have closed the day meanwhile, and the other of the two may have chosen another time.
async function requireKeptTime(answers: JourneyAnswers, now: Date): Promise<HeldTime> {
  const { found } = await requireOwnCase('/book/start?service=second-visit')
  const kept = await findKeptSeat(pool(), found.id)
  const slot = kept && (await findSlotFacts(pool(), kept.slotId, now))
  if (!slot || slot.id !== answers.slotId) redirect('/book/time?expired=1')
  const { date, startTime, endTime, officeId } = slot
  return { date, startTime, endTime, officeId }
}

/** The held seat of this journey; none of those who stand in line for one. Redirects by throwing, as above. */
export async function heldTimeOf(actor: Actor, answers: JourneyAnswers): Promise<HeldTime | undefined> {
  return answers.waiting ? undefined : requireHeldTime(actor, answers)
}
