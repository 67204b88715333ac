import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { isRestDay } from '#lib/domain/calendar.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { mayPlanVisit, readPlan, refuseVisitDay } from '#lib/domain/home-visit.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import {
  findBusyClerks,
  isServedOnRestDay,
  lockRoute,
  lockVisit,
  readVisitClerks,
  writePlan,
} from './home.sql.ts'
import { openHomeVisit } from './open-home-visit.ts'
import { tellVisited } from './tell-visited.ts'

/**
 * Sends two clerks of the office to a visit on a day and at a time, or sends others, or at another time. Both people
 * are told. Of two who plan the same visit at once the second is refused with what has changed; nobody is sent to two
 * places at one time, and nobody on a rest day; where the office serves on one it is asked whether that is meant.
 */
export async function planHomeVisit(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly visitId: string
    /** As it was seen. */
    readonly version: number
    readonly visitOn: string
    readonly startTime: string
    readonly staffIds: readonly string[]
    /** That a rest day is meant on which the office serves. */
    readonly isConfirmed?: boolean
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, visitId: id, now } = wish
  if (!isUuid(id)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const visit = await lockVisit(client, id)
    if (!visit) return refuse('not-found')
    const { officeId } = visit
    const refusal = refuseStaff(actor, 'plan-home-visit', { id: officeId, regionCode: visit.regionCode })
    if (refusal) return refusal
    if (visit.version !== wish.version)
      return refuse('not-allowed', [{ path: 'version', reason: 'changed-meanwhile' }])
    if (!mayPlanVisit(visit.state))
      return refuse('not-allowed', [{ path: 'state', reason: 'visit-has-ended' }])
    const read = readPlan(wish, shanghaiToday(now))
    if (!read.ok) return read
    const { visitOn, startTime, staffIds } = read.value
    const calendar = await readCalendar(client)
    const isHoliday = calendar.holidays.has(visitOn)
    const dayRefusal = refuseVisitDay({
      isRestDay: isRestDay(calendar, visitOn),
      isServed: await isServedOnRestDay(client, { officeId, day: visitOn, isHoliday }),
      isConfirmed: wish.isConfirmed ?? false,
    })
    if (dayRefusal) return refuse('not-allowed', [{ path: 'visitOn', reason: dayRefusal }])
    const refuseClerk = (one: string, reason: string) =>
      refuse('not-allowed', [{ path: `staffIds.${staffIds.indexOf(one)}`, reason }])
    const clerks = await readVisitClerks(client, officeId)
    const stranger = staffIds.find((one) => !clerks.some((clerk) => clerk.id === one))
    if (stranger) return refuseClerk(stranger, 'not-of-this-office')
    await lockRoute(client, officeId, visitOn)
    const [busy] = await findBusyClerks(client, { id, ...read.value })
    if (busy) return refuseClerk(busy, 'clerk-is-out')
    await writePlan(client, { id, officeId, ...read.value })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'home-visit-planned',
      subjectKind: 'home-visit',
      subjectId: id,
      officeId,
      detail: { date: visitOn, time: startTime, staff: staffIds },
    })
    const isNews = visit.visitOn !== visitOn || visit.startTime !== startTime
    const people = openHomeVisit(visit).people.length
    if (isNews)
      await tellVisited(
        client,
        { ...visit, visitOn, startTime },
        { event: 'home-visit-planned', people, now },
      )
    return accept(true)
  })
}
