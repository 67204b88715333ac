import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { readSilent, type SilentAppointment } from './coming.sql.ts'

/** Appointments of an office and day whose people were asked whether they still come, and of whom somebody is silent. */
export function listSilent(
  pool: Pool,
  { officeId, date }: { readonly officeId: string; readonly date: CalendarDate },
): Promise<SilentAppointment[]> {
  return readSilent(pool, officeId, date)
}
