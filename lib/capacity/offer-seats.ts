import { lockQuotasInUse } from '#lib/booking/lock-quotas-in-use.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import {
  type Assignment,
  answerDeadline,
  assignSeats,
  dayOfAnswer,
  type FreeTime,
} from '#lib/domain/assign-seats.ts'
import { isRestDay } from '#lib/domain/calendar.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import type { ChangeRecord } from './change.sql.ts'
import {
  type ChangedCouple,
  lockSeats,
  markCouples,
  readLimitedDays,
  readTimes,
  takeSeats,
} from './couples.sql.ts'
import { tellCouples } from './tell-couples.ts'

/**
 * Keeps the nearest equal place for each of these couples and offers it to them; they are told with the link and until when
 * they may choose otherwise. Who gets none stands on the list to phone. A couple whose place another took in the same moment
 * stays for the next round. Tells how many were dealt with.
 */
export async function offerSeats(
  client: PoolClient,
  wish: {
    readonly change: ChangeRecord
    readonly couples: readonly ChangedCouple[]
    readonly now: Date
  },
): Promise<number> {
  const { change, couples, now } = wish
  const wished = latest(change.answerBy ?? now, new Date(now.getTime() + LEAST_TIME_MS))
  const from = addDays(shanghaiToday(now), 1)
  const calendar = await readCalendar(client)
  const place = { officeId: change.officeId, from }
  const inUse = await lockQuotasInUse(client, change.officeId, await readLimitedDays(client, place))
  const times: FreeTime[] = (await readTimes(client, place)).map((time) => ({
    ...time,
    isWorkday: !isRestDay(calendar, time.date),
  }))
  const assigned = assignSeats(couples, times, dayOfAnswer(wished), inUse)
  const got = await take(client, couples, assigned)
  const bySlot = new Map(times.map((time) => [time.slotId, time]))
  const offers = couples.flatMap((couple) => {
    const slotId = assigned.find(({ appointmentId }) => appointmentId === couple.appointmentId)?.slotId
    const time = slotId === undefined ? undefined : bySlot.get(slotId)
    if (!time || !got.has(time.slotId)) return []
    return [{ couple, slotId: time.slotId, answerBy: answerDeadline(wished, couple, time) }]
  })
  const without = couples.filter(({ appointmentId }) =>
    assigned.some((one) => one.appointmentId === appointmentId && one.slotId === undefined),
  )
  await markCouples(
    client,
    change.id,
    [
      ...offers.map(({ couple: { appointmentId }, slotId, answerBy }) => ({
        appointmentId,
        state: 'offered' as const,
        slotId,
        answerBy,
      })),
      ...without.map(({ appointmentId }) => ({ appointmentId, state: 'unmovable' as const })),
    ],
    now,
  )
  const told = { officeId: change.officeId, changeId: change.id, now }
  await tellCouples(client, { ...told, couples: offers.map(({ couple }) => couple), event: 'change-offered' })
  await tellCouples(client, { ...told, couples: without, event: 'change-sought' })
  return offers.length + without.length
}

/** Also somebody who is dealt with late has a day to choose. */
const LEAST_TIME_MS = 86_400_000

function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}

/** Takes what was assigned, as far as it is still there; tells the slots in which it was. */
async function take(
  client: PoolClient,
  couples: readonly ChangedCouple[],
  assigned: readonly Assignment[],
): Promise<Set<number>> {
  const pools = new Map(couples.map(({ appointmentId, pool }) => [appointmentId, pool]))
  const bySlot = Map.groupBy(assigned, ({ slotId }) => slotId)
  bySlot.delete(undefined)
  const wanted = [...bySlot].flatMap(([slotId, own]) =>
    slotId === undefined
      ? []
      : [
          {
            slotId,
            seats: own.length,
            publicSeats: own.filter(({ appointmentId }) => pools.get(appointmentId) === 'public').length,
            added: own.filter(({ isAdded }) => isAdded).length,
          },
        ],
  )
  await lockSeats(
    client,
    wanted.map(({ slotId }) => slotId),
  )
  return takeSeats(client, wanted)
}
