import type { PoolClient } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { QuotasInUse } from '#lib/domain/quota.ts'
import { lockQuotas, readQuotas, readQuotaUses } from './quota.sql.ts'

/**
 * The quotas of an office on these days with the seats in use, without those that a person holds: to the end of the
 * transaction nobody else counts there. The days are in order; call it before any slot is locked. SAFETY: the count is
 * made after the lock, by a statement of its own: it sees whatever was committed before.
 */
export async function lockQuotasInUse(
  client: PoolClient,
  officeId: string,
  days: readonly CalendarDate[],
  besidesPerson?: string,
): Promise<QuotasInUse> {
  const [from, until] = [days[0], days.at(-1)]
  if (!from || !until) return { quotas: [], uses: [] }
  for (const day of days) await lockQuotas(client, officeId, day)
  const period = { officeId, from, until }
  return {
    quotas: await readQuotas(client, period),
    uses: await readQuotaUses(client, { ...period, besidesPerson }),
  }
}
