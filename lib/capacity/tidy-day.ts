import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'

/** Brings a day of an office back to its plan once somebody who was honoured beyond it has left: their place is gone too. */
export async function tidyDay(
  pool: Pool,
  { officeId, date, now }: { readonly officeId: string; readonly date: CalendarDate; readonly now: Date },
): Promise<void> {
  if (date < shanghaiToday(now)) return
  await materialiseSlots(pool, { from: date, until: date }, { officeIds: [officeId], now })
}
