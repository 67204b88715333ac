import { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { callNext } from '#lib/desk/call-next.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { compareInQueue } from '#lib/domain/queue-order.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { changedCall } from './fixtures/changed-call.ts'
import { type Desk, plantDesk, TODAY, TOMORROW, todayAt } from './fixtures/desk.ts'
import { plantTickets } from './fixtures/tickets.ts'

const CLERKS = 30
const TICKETS = 2000
const NOW = todayAt('10:00')

const { pool, url } = await openTestDatabase()
// A connection for each clerk, so that they really meet.
const many = new Pool({ connectionString: url, max: CLERKS, options: '-c enable_seqscan=off -c jit=off' })
afterAll(() => many.end())

test('thirty clerks call two thousand: nobody twice, nobody lost, in order, and nobody of tomorrow', async () => {
  const desk = await plantDesk(pool, { windows: CLERKS })
  const planted = await plantTickets(pool, desk.officeId, TODAY, TICKETS)
  await plantTickets(pool, desk.officeId, TOMORROW, 20)
  const calls = await callAll(many, desk)
  const ids = calls.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(planted.map(({ id }) => id).sort())
  expect(overtaken(calls, planted)).toEqual([])
  const { rows } = await pool.query(
    `SELECT count(*)::int AS count FROM ticket WHERE office_id = $1 AND date = $2 AND state <> 'waiting'`,
    [desk.officeId, calendarDate(TOMORROW)],
  )
  expect(rows[0].count).toBe(0)
}, 30_000)

test('without the lock on the row the same clerks call people twice', async () => {
  const desk = await plantDesk(pool, { windows: CLERKS })
  await plantTickets(pool, desk.officeId, TODAY, 300)
  const calls = await callAll(changedCall(many, 'FOR UPDATE OF t SKIP LOCKED', ''), desk)
  expect(calls.length - new Set(calls.map(({ id }) => id)).size).toBeGreaterThan(0)
}, 30_000)

test('without the rank the same look at the order finds who was overtaken', async () => {
  const desk = await plantDesk(pool, { windows: CLERKS })
  const planted = await plantTickets(pool, desk.officeId, TODAY, 300)
  const calls = await callAll(changedCall(many, 'ORDER BY t.rank, t.order_at', 'ORDER BY t.order_at'), desk)
  expect(overtaken(calls, planted).length).toBeGreaterThan(0)
}, 30_000)

interface Called {
  readonly id: string
  readonly from: number
  readonly until: number
}

/** Each clerk calls, nobody comes, and calls again, until nobody waits. */
async function callAll(database: Pool, { officeId, clerk: actor }: Desk): Promise<Called[]> {
  const called: Called[] = []
  await Promise.all(
    Array.from({ length: CLERKS }, async (_, index) => {
      const call = { actor, officeId, window: String(index + 1), now: NOW }
      for (;;) {
        const from = performance.now()
        const next = await callNext(database, call)
        if (!next.ok) throw new Error(JSON.stringify(next))
        if (!next.value) return
        called.push({ id: next.value.id, from, until: performance.now() })
        await many.query(`UPDATE ticket SET state = 'missed' WHERE id = $1`, [next.value.id])
      }
    }),
  )
  return called
}

/** Calls that took somebody who stood before one whose call was over when they began; calls of the same moment may. */
function overtaken(calls: readonly Called[], planted: Awaited<ReturnType<typeof plantTickets>>): Called[] {
  const place = new Map(planted.toSorted(compareInQueue).map(({ id }, index) => [id, index]))
  const ended = calls.toSorted((one, other) => one.until - other.until)
  let [over, furthest] = [0, -1]
  return calls
    .toSorted((one, other) => one.from - other.from)
    .filter(({ id, from }) => {
      for (; (ended[over]?.until ?? Number.POSITIVE_INFINITY) < from; over += 1)
        furthest = Math.max(furthest, place.get(ended[over]?.id ?? '') ?? -1)
      return (place.get(id) ?? -1) < furthest
    })
}
