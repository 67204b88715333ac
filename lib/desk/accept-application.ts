import { keepSeatAnew } from '#lib/booking/keep-seat-anew.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type DivorceCase, getCase } from '#lib/divorce/get-case.ts'
import { type Acceptance, openCase } from '#lib/divorce/open-case.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { loadDeadlineReading } from '#lib/office/load-deadline-reading.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'

/**
 * Accepts an application for divorce: opens its case, by the calendar and the reading of the law that hold for the office
 * on the day of the receipt, and keeps a seat for the certificate, in one transaction.
 */
export async function acceptApplication(
  pool: Pool,
  application: Omit<Acceptance, 'calendar' | 'reading'>,
): Promise<Result<DivorceCase>> {
  const { officeId, acceptedOn, now } = application
  const calendar = await readCalendar(pool)
  const reading = await loadDeadlineReading(pool, officeId, { acceptedOn, now })
  return poolTransaction(pool, async (client) => {
    const opened = await openCase(client, { ...application, calendar, reading })
    if (!opened.ok) return opened
    const found = await getCase(client, opened.value.id)
    if (!found) throw new Error('a case that was just opened is not there')
    await keepSeatAnew(client, found.id, now)
    return accept(found)
  })
}
