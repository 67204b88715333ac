import type { Pool } from '#lib/db/pool.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { datesAnew } from './dates-anew.ts'
import { walkLiveCases } from './walk-live-cases.ts'

/** A case whose window another calendar would move. */
export interface CaseMove {
  readonly officeId: string
  readonly receiptNumber: string
  readonly acceptedOn: CalendarDate
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * Which open cases another calendar would move: how many, and the first `most` of them with the last day as it is and as
 * it would be. Changes nothing.
 */
export async function previewMoves(
  pool: Pool,
  { calendar, most, now }: { readonly calendar: Calendar; readonly most: number; readonly now: Date },
): Promise<{ readonly count: number; readonly first: readonly CaseMove[] }> {
  const today = shanghaiToday(now)
  const first: CaseMove[] = []
  let count = 0
  for await (const found of walkLiveCases(pool, today)) {
    const anew = datesAnew(found, calendar, today)
    if (!anew?.hasMoved) continue
    count += 1
    const { officeId, receiptNumber, acceptedOn, deadlines } = found
    const move = { from: deadlines.certWindowEnd, to: anew.dates.certWindowEnd }
    if (first.length < most) first.push({ officeId, receiptNumber, acceptedOn, ...move })
  }
  return { count, first }
}
