import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { changeReason } from '#lib/format/change-reason.ts'
import { findClosedDays } from '#lib/office/find-closed-days.ts'
import { insertChange } from './change.sql.ts'
import { findReachable } from './find-reachable.ts'
import { lockOffice } from './plan.sql.ts'
import { listStrandedDays, readStranded, type StrandedCouple } from './stranded.sql.ts'

const ANSWER_DAYS = 3
/** Who makes a change that follows from another act. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Lets nobody stand at a time that is there no more: where a day has become a holiday, or an office its end, the couples of
 * that day are offered the nearest equal place like those of any change, those bound by law first; who gets none stands on
 * the list to phone. Tells how many changes were made. Twice is once.
 */
export async function moveStranded(pool: Pool, now: Date, cause: Cause = {}): Promise<number> {
  const { by = NOBODY, notice } = cause
  const days = await listStrandedDays(pool, shanghaiToday(now))
  for (const day of days) {
    const noticeId = notice?.dates.includes(day.date) ? notice.id : undefined
    await poolTransaction(pool, (client) => moveFrom(client, { ...day, by, noticeId, now }))
  }
  return days.length
}

interface Cause {
  readonly by?: string
  /** Whose days have just become others. */
  readonly notice?: { readonly id: string; readonly dates: readonly CalendarDate[] }
}

interface Day {
  readonly officeId: string
  readonly date: CalendarDate
  readonly by: string
  readonly noticeId: string | undefined
  readonly now: Date
}

async function moveFrom(client: PoolClient, day: Day): Promise<void> {
  const { officeId, date, by, noticeId, now } = day
  await lockOffice(client, officeId)
  const couples = await readStranded(client, day)
  if (!couples[0]) return
  const reached = await findReachable(
    client,
    couples.map(({ appointmentId }) => appointmentId),
  )
  const reason = await reasonOf(client, day, couples[0])
  const id = randomUUID()
  await insertChange(client, {
    id,
    officeId,
    change: { kind: 'closure', from: date, until: date, mode: 'closed', reason },
    choice: 'move',
    reason,
    answerBy: new Date(now.getTime() + ANSWER_DAYS * 86_400_000),
    until: null,
    dailyLimit: null,
    madeBy: by,
    picture: { days: [], couples: couples.length, keptCases: [] },
    pictureHash: '',
    approvalId: undefined,
    noticeId,
    couples: couples.map((couple) => ({ ...couple, hasContact: reached.has(couple.appointmentId) })),
    now,
  })
  await writeEntry(client, {
    at: now,
    actorKind: 'system',
    act: 'capacity-changed',
    subjectKind: 'change',
    subjectId: id,
    officeId,
    detail: { kind: 'closure', choice: 'move', couples: couples.length },
  })
}

async function reasonOf(client: PoolClient, { officeId, date }: Day, { service }: StrandedCouple) {
  const closed = await findClosedDays(client, { officeId, service, from: date, until: date })
  return closed.get(date) ?? changeReason('calendar', '')
}
