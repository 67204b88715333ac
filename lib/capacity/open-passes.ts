import type { PoolClient } from '#lib/db/pool.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ChangeRecord } from './change.sql.ts'
import { type ChangedCouple, insertPass, markCouples } from './couples.sql.ts'
import { tellCouples } from './tell-couples.ts'

/**
 * Lets these bookings stay good on any working day after the closed ones until the last day that was set, at the most until
 * the end of a legal within; who has no day left stands on the list to phone. Tells how many were dealt with.
 */
export async function openPasses(
  client: PoolClient,
  wish: {
    readonly change: ChangeRecord
    readonly couples: readonly ChangedCouple[]
    readonly now: Date
  },
): Promise<number> {
  const { change, couples, now } = wish
  const { id: changeId, officeId } = change
  const from = change.change.kind === 'closure' ? addDays(change.change.until, 1) : undefined
  const given: ChangedCouple[] = []
  const without: ChangedCouple[] = []
  for (const couple of couples) {
    const until = lastDay(couple, change.until)
    if (from && until && from <= until) {
      const { appointmentId } = couple
      await insertPass(client, { appointmentId, changeId, officeId, from, until })
      given.push(couple)
    } else without.push(couple)
  }
  const marks = [
    ...given.map(({ appointmentId }) => ({ appointmentId, state: 'stands' as const })),
    ...without.map(({ appointmentId }) => ({ appointmentId, state: 'unmovable' as const })),
  ]
  await markCouples(client, changeId, marks, now)
  await tellCouples(client, { couples: given, event: 'change-open', changeId, officeId, now })
  await tellCouples(client, { couples: without, event: 'change-sought', changeId, officeId, now })
  return couples.length
}

function lastDay({ within }: ChangedCouple, until: CalendarDate | null): CalendarDate | undefined {
  if (!until) return undefined
  return within && within.until < until ? within.until : until
}
