import { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { callNext } from '#lib/desk/call-next.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { compareInQueue } from '#lib/domain/queue-order.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { type Desk, plantDesk, TODAY, TOMORROW, todayAt } from './fixtures/desk.ts'
import { plantTickets } from './fixtures/tickets.ts'
import { withoutRowLock } from './fixtures/without-row-lock.ts'

const { pool, url } = await openTestDatabase()
// A connection for each clerk, so that they really meet.
const many = new Pool({ connectionString: url, max: 30, options: '-c enable_seqscan=off -c jit=off' })
afterAll(() => many.end())

const CLERKS = 30
const TICKETS = 2000
const NOW = todayAt('10:00')

test('thirty clerks call two thousand: nobody twice, nobody lost, in order, and nobody of tomorrow', async () => {
  const desk = await plantDesk(pool, { windows: CLERKS })
  const planted = await plantTickets(pool, desk.officeId, TODAY, TICKETS)
  await plantTickets(pool, desk.officeId, TOMORROW, 20)
  const calls = await callAll(many, desk)
  expect(new Set(calls).size).toBe(calls.length)
  expect([...calls].sort()).toEqual(planted.map(({ id }) => id).sort())
  const order = [...planted].sort(compareInQueue).map(({ id }) => id)
  // Calls of the same moment overtake each other; nobody is overtaken by more than the clerks who called just then.
  const written = await calledInOrder(desk.officeId)
  const places = written.map((id, place) => Math.abs(order.indexOf(id) - place))
  expect(Math.max(...places)).toBeLessThan(CLERKS)
  const { rows } = await pool.query(
    `SELECT count(*)::int AS count FROM ticket WHERE office_id = $1 AND date = $2 AND state <> 'waiting'`,
    [desk.officeId, calendarDate(TOMORROW)],
  )
  expect(rows[0].count).toBe(0)
}, 30_000)

test('without the lock on the row the same clerks call people twice', async () => {
  const desk = await plantDesk(pool, { windows: CLERKS })
  await plantTickets(pool, desk.officeId, TODAY, 300)
  const calls = await callAll(withoutRowLock(many), desk)
  expect(calls.length - new Set(calls).size).toBeGreaterThan(0)
}, 30_000)

/** Each clerk calls, nobody comes, and calls again, until nobody waits. */
async function callAll(database: Pool, { officeId, clerk: actor }: Desk): Promise<string[]> {
  const called: string[] = []
  await Promise.all(
    Array.from({ length: CLERKS }, async (_, index) => {
      const call = { actor, officeId, window: String(index + 1), now: NOW }
      for (;;) {
        const next = await callNext(database, call)
        if (!next.ok) throw new Error(JSON.stringify(next))
        if (!next.value) return
        called.push(next.value.id)
        await many.query(`UPDATE ticket SET state = 'missed' WHERE id = $1`, [next.value.id])
      }
    }),
  )
  return called
}

async function calledInOrder(officeId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT t.id FROM ticket_event e JOIN ticket t ON t.id = e.ticket_id
     WHERE t.office_id = $1 AND e.event = 'call' ORDER BY e.id`,
    [officeId],
  )
  return rows.map(({ id }) => id)
}
