import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import { isAbsent, readShifts, type ShiftInput, type ShiftTime } from '#lib/domain/roster.ts'
import { readAbsences } from './absence.sql.ts'
import { openGate } from './open-gate.ts'
import { insertShifts, readPeople } from './roster.sql.ts'
import { readLanes, readWindowNames } from './store.ts'

/**
 * Puts somebody on the roster at the same time of several days: all of them or none. Refuses people of other offices, who
 * is away then, and who works at that time already, here or elsewhere. Returns how many days it were.
 */
export async function addShifts(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly input: ShiftInput
    readonly now: Date
  },
): Promise<Result<number>> {
  const { actor, now } = wish
  const gate = await openGate(pool, wish, 'edit-roster')
  if ('ok' in gate) return gate
  const read = readShifts(wish.input, shanghaiToday(now))
  if (!read.ok) return read
  const shifts = read.value.map((shift) => ({ ...shift, id: randomUUID(), officeId: gate.id }))
  return poolTransaction(pool, async (client) => {
    const wrong = await faultOf(client, gate.id, read.value)
    if (wrong) return refuse('not-allowed', [wrong])
    // SAFETY: nothing of ours has been written by then; after a refusal the transaction holds nothing.
    if (!(await insertShifts(client, shifts, { id: actor.id, now }))) {
      await client.query('ROLLBACK')
      return refuse('not-allowed', [{ path: 'startTime', reason: 'shift-overlaps' }])
    }
    const [first] = shifts
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'shifts-added',
      subjectKind: 'roster',
      subjectId: first?.id ?? '',
      officeId: gate.id,
      detail: {
        staffId: first?.staffId,
        days: shifts.map(({ date }) => date),
        startTime: first?.startTime,
        endTime: first?.endTime,
      },
    })
    return accept(shifts.length)
  })
}

async function faultOf(
  client: PoolClient,
  officeId: string,
  shifts: readonly ShiftTime[],
): Promise<RefusalDetail | undefined> {
  const [first] = shifts
  const last = shifts.at(-1)
  if (!first || !last) return { path: 'days', reason: 'required' }
  const people = await readPeople(client, officeId)
  if (!people.some(({ id }) => id === first.staffId)) return { path: 'staffId', reason: 'not-of-this-office' }
  if (first.laneId && !(await readLanes(client, officeId)).some(({ id }) => id === first.laneId))
    return { path: 'laneId', reason: 'not-here' }
  if (first.window && !(await readWindowNames(client, officeId)).includes(first.window))
    return { path: 'window', reason: 'not-here' }
  const days = { from: first.date, until: last.date }
  const absences = await readAbsences(client, [first.staffId], days)
  if (shifts.some(({ staffId, date }) => isAbsent(absences, staffId, date)))
    return { path: 'days', reason: 'person-absent' }
  return undefined
}
