import { fitVisitToWindow } from '#lib/booking/fit-visit-to-window.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { correctDates } from '#lib/divorce/correct-dates.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/**
 * Puts the dates of a case right by its paper receipt: what is printed wins, an empty field is computed. Old and new go on
 * the record; when a date moved, both are told, and visit and kept seat follow into the window. Civil Code art. 203, 1077.
 */
export async function correctReceipt(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly caseId: string
    /** Where the clerk sits. */
    readonly at: string
    /** As typed; empty where the paper says nothing. */
    readonly coolingOffEnd: string
    readonly certWindowEnd: string
    readonly now: Date
  },
): Promise<Result<{ readonly hasMoved: boolean }>> {
  const { actor, caseId, at, coolingOffEnd, certWindowEnd, now } = wish
  const found = await getCase(pool, caseId)
  if (!found) return refuse('not-found')
  const refusal = await refuseAtOffice(actor, 'correct-receipt', found.officeId, at)
  if (refusal) return refusal
  const typed = { coolingOffEnd, certWindowEnd }
  const wrong = Object.entries(typed).filter(([, day]) => day && !isCalendarDate(day))
  if (wrong.length > 0)
    return refuse(
      'invalid-input',
      wrong.map(([path]) => ({ path, reason: 'date' })),
    )
  const printed = {
    ...(isCalendarDate(coolingOffEnd) ? { coolingOffEnd } : {}),
    ...(isCalendarDate(certWindowEnd) ? { certWindowEnd } : {}),
  }
  const calendar = await readCalendar(pool)
  return poolTransaction(pool, async (client) => {
    const change = { printed, calendar, reading: found.reading, by: actor.id, now }
    const corrected = await correctDates(client, found, change)
    if (!corrected.ok) return corrected
    const { deadlines, hasMoved } = corrected.value
    const { firstServiceDay: from, certWindowEnd: until } = deadlines
    if (hasMoved) await fitVisitToWindow(client, { caseId, from, until, by: actor.id, now })
    return accept({ hasMoved })
  })
}
