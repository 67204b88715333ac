import { redirect } from 'next/navigation'
import { MOST_EXTENSIONS } from '#lib/booking/extend-hold.ts'
import { findHold, type SeatHold } from '#lib/booking/find-hold.ts'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import { pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

/** The seat that is kept while the questions are answered. */
export interface HeldTime extends SeatHold {
  readonly date: CalendarDate
  readonly startTime: string
  readonly endTime: string
  readonly officeId: string
  readonly minutes: number
  readonly canExtend: boolean
}

/** The held seat of this journey; when it has run out, back to the times, where it is explained. Redirects by throwing. */
export async function requireHeldTime(actor: Actor, answers: JourneyAnswers): Promise<HeldTime> {
  const now = new Date()
  const hold = await findHold(pool(), actor.id, now)
  const slot = hold && (await findSlotFacts(pool(), hold.slotId, now))
  if (!hold || !slot || hold.slotId !== answers.slotId) redirect('/book/time?expired=1')
  const { holdMinutes } = await loadPolicy(pool(), slot.officeId, now)
  const { date, startTime, endTime, officeId } = slot
  return {
    ...hold,
    date,
    startTime,
    endTime,
    officeId,
    minutes: holdMinutes,
    canExtend: hold.extensions < MOST_EXTENSIONS,
  }
}

/** The held seat of this journey; none of those who stand in line for one. Redirects by throwing, as above. */
export async function heldTimeOf(actor: Actor, answers: JourneyAnswers): Promise<HeldTime | undefined> {
  return answers.waiting ? undefined : requireHeldTime(actor, answers)
}
