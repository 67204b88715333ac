import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { copyShifts, mondayOf } from '#lib/domain/roster.ts'
import { readAbsences } from './absence.sql.ts'
import { openGate } from './open-gate.ts'
import { insertShifts, readPeople, readShifts, readShiftsOf } from './roster.sql.ts'

const WEEK = 7

/**
 * Takes the roster of the week before over into the week of a day, from today on: without those who are away or work at
 * that time already, and without those who are no longer of the office. Returns how many were taken over, and how many not.
 */
export async function copyWeek(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly day: CalendarDate
    readonly now: Date
  },
): Promise<Result<{ readonly copied: number; readonly left: number }>> {
  const { actor, now } = wish
  const gate = await openGate(pool, wish, 'edit-roster')
  if ('ok' in gate) return gate
  const from = mondayOf(wish.day)
  const week = { from, until: addDays(from, WEEK - 1) }
  return poolTransaction(pool, async (client) => {
    const before = await readShifts(client, {
      officeId: gate.id,
      from: addDays(week.from, -WEEK),
      until: addDays(week.until, -WEEK),
    })
    const people = (await readPeople(client, gate.id)).map(({ id }) => id)
    const copies = copyShifts(
      before.filter(({ staffId }) => people.includes(staffId)),
      {
        daysLater: WEEK,
        standing: await readShiftsOf(client, people, week),
        absences: await readAbsences(client, people, week),
        today: shanghaiToday(now),
      },
    ).map((shift) => ({ ...shift, id: randomUUID(), officeId: gate.id }))
    if (copies.length === 0) return accept({ copied: 0, left: before.length })
    // Somebody has put one of them down in this moment.
    if (!(await insertShifts(client, copies, { id: actor.id, now }))) {
      await client.query('ROLLBACK')
      return refuse('not-allowed', [{ path: 'days', reason: 'changed-meanwhile' }])
    }
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'roster-copied',
      subjectKind: 'roster',
      subjectId: `${gate.id} ${from}`,
      officeId: gate.id,
      detail: { from, copied: copies.length },
    })
    return accept({ copied: copies.length, left: before.length - copies.length })
  })
}
