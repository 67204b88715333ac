import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { mayDoForRegion } from '#lib/domain/permissions.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type OfficeWeek, readOfficeWeeks } from './week.sql.ts'

/** So many offices stand on one page of the board. */
export const OFFICES_A_PAGE = 50

/** Booked, free and total of the offices of a region, office by office and day by day; nobody by name. */
export async function showWeeks(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    /** GB/T 2260; everything below it is shown. */
    readonly regionCode: string
    readonly from: CalendarDate
    /** From 1. */
    readonly page: number
  },
): Promise<
  Result<{
    readonly days: readonly CalendarDate[]
    /** On all pages together. */
    readonly count: number
    readonly offices: readonly OfficeWeek[]
  }>
> {
  const { actor, regionCode, from, page } = wish
  if (!/^\d{6}$/.test(regionCode) || !mayDoForRegion(actor.grants, 'see-week', regionCode))
    return refuse('not-allowed', [{ path: 'region', reason: 'not-in-role' }])
  const until = addDays(from, 6)
  const skip = (page - 1) * OFFICES_A_PAGE
  const prefix = regionPrefix(regionCode)
  const offices = await readOfficeWeeks(pool, { prefix, from, until, skip, most: OFFICES_A_PAGE })
  return accept({ days: daysFrom(from, until), count: offices[0]?.offices ?? 0, offices })
}
