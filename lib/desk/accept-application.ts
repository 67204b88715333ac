import { keepSeat } from '#lib/booking/keep-seat.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type DivorceCase, getCase } from '#lib/divorce/get-case.ts'
import { type Acceptance, openCase } from '#lib/divorce/open-case.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'

/** Accepts an application for divorce: opens its case and keeps a seat for the certificate, in one transaction. */
export async function acceptApplication(pool: Pool, acceptance: Acceptance): Promise<Result<DivorceCase>> {
  return poolTransaction(pool, async (client) => {
    const opened = await openCase(client, acceptance)
    if (!opened.ok) return opened
    const found = await getCase(client, opened.value.id)
    if (!found) throw new Error('a case that was just opened is not there')
    const { firstServiceDay: from, certWindowEnd: until } = found.deadlines
    await keepSeat(client, { caseId: found.id, officeId: found.officeId, from, until, now: acceptance.now })
    return accept(found)
  })
}
