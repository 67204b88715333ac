import { randomUUID } from 'node:crypto'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { closeCase } from '#lib/divorce/close-case.ts'
import { type DivorceCase, getCase } from '#lib/divorce/get-case.ts'
import { openCase } from '#lib/divorce/open-case.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseAct } from '#lib/domain/divorce-case.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { loadDeadlineReading } from '#lib/office/load-deadline-reading.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import type { Life } from './draw-lives.ts'

/** What the house does for the couples: the real verbs, or some of them left out to see that it would be noticed. */
export interface Acts {
  readonly accept: (pool: Pool, life: Life, now: Date) => Promise<Result<DivorceCase>>
  readonly renew: (pool: Pool, now: Date) => Promise<unknown>
}

export const REAL_ACTS: Acts = {
  accept: (pool, life, now) => acceptApplication(pool, applicationOf(life, now)),
  renew: renewKeptSeats,
}

/** The same house without the step that keeps a seat. */
export const WITHOUT_KEPT_SEATS: Acts = {
  accept: async (pool, life, now) => {
    const { acceptedOn, officeId } = life
    const calendar = await readCalendar(pool)
    const reading = await loadDeadlineReading(pool, officeId, { acceptedOn, now })
    return poolTransaction(pool, async (client) => {
      const opened = await openCase(client, { ...applicationOf(life, now), calendar, reading })
      if (!opened.ok) return opened
      const found = await getCase(client, opened.value.id)
      if (!found) throw new Error('the case is not there')
      return { ok: true, value: found }
    })
  },
  renew: async () => {},
}

function applicationOf({ number, officeId, acceptedOn }: Life, now: Date) {
  const locales = ['zh-CN', 'en'] as const
  const parties = partiesOf(number)
  return { officeId, receiptNumber: randomUUID(), acceptedOn, parties, locales, by: 'clerk', now }
}

/** The two people of a life. */
export function partiesOf(number: number) {
  return [syntheticPerson(2 * number), syntheticPerson(2 * number + 1)] as const
}

/** A clerk closes a case, by the calendar of the office on that day. */
export async function close(
  pool: Pool,
  caseId: string,
  act: CaseAct,
  { day, now }: { readonly day: CalendarDate; readonly now: Date },
): Promise<boolean> {
  const found = await getCase(pool, caseId)
  if (!found) throw new Error(`there is no case ${caseId}`)
  const wish = { officeId: found.officeId, service: 'DIVORCE_CERTIFICATE', from: day, until: day } as const
  const calendar = await loadOfficeCalendar(pool, wish, now)
  const closed = await poolTransaction(pool, (client) =>
    closeCase(client, found, { act, calendar, by: 'clerk', now }),
  )
  return closed.ok
}
