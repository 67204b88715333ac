import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { type LoadedYear, loadCalendarYear } from '#lib/office/load-calendar-year.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/** A year of the calendar for whoever answers for its dates, with the source of every day. */
export async function showCalendar(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly at: string; readonly year: number },
): Promise<Result<LoadedYear & { readonly mayImport: boolean }>> {
  const { actor, at, year } = wish
  const refusal = await refuseAtOffice(actor, 'see-calendar', at)
  if (refusal) return refusal
  const mayImport = (await refuseAtOffice(actor, 'import-calendar', at)) === undefined
  return accept({ ...(await loadCalendarYear(pool, year)), mayImport })
}
