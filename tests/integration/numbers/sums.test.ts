import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { compilePapers } from '#lib/desk/compile-papers.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { parkTicket } from '#lib/desk/park-ticket.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { tickLines } from '#lib/domain/materials-tick.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { showNumbers } from '#lib/numbers/show-numbers.ts'
import { sumDays } from '#lib/numbers/sum-days.ts'
import { loadPast } from '#lib/staffing/load-past.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, TODAY, todayAt } from '../desk/fixtures/desk.ts'
import { called, step, walkIn } from '../desk/fixtures/queue.ts'
import { plantRandomWorld, WORLD_DAYS } from './fixtures/random-world.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()

const now = todayAt('18:00')
const CITY = '440300'
const grants = [CITY, '330500'].map((scopeId) => ({ role: 'city-admin', scope: 'region', scopeId }) as const)
const actor = mintActor({ kind: 'staff', id: randomUUID(), name: '管理员', grants }) as StaffActor
const lineOf = <Line extends { key: string }>(lines: readonly Line[], key: string) =>
  lines.find((line) => line.key === key)

describe('sums by day', () => {
  const minutesLater = (count: number) => new Date(now.getTime() + count * 60_000)
  /** What a city and its first office show; each at a minute of its own, so that nothing kept is told again. */
  const shownAt = async (minute: number, id: string, day = 0) => {
    const wish = { actor, now: new Date(minutesLater(minute).getTime() + day * 86_400_000) }
    const shown = []
    for (const [at, period] of [
      [CITY, '30'],
      [CITY, '2026-11'],
      [id, '90'],
    ] as const) {
      const {
        opened: _,
        load: __,
        steps: ___,
        ...rest
      } = accepted(await showNumbers(pool, { ...wish, at, period }))
      shown.push(rest)
    }
    return shown
  }
  const stored = async () => {
    const { rows } = await pool.query(
      `SELECT to_jsonb(n) - 'counted_at' AS line FROM number_day n ORDER BY office_id, day, service`,
    )
    return rows
  }

  test('tell what the facts tell, whether all, half or none of the days are counted', async () => {
    const [first = ''] = await plantRandomWorld(pool, 7)
    const direct = await shownAt(2, first)
    const [city] = direct
    expect(lineOf(city?.errands ?? [], '')?.toldAgain).toBeGreaterThan(0)
    expect(lineOf(city?.cases ?? [], '')?.caseVisits).toBeGreaterThan(0)
    expect(lineOf(city?.waits ?? [], '')?.called).toBeGreaterThan(0)
    expect(lineOf(city?.checks ?? [], '')?.complete).toBeGreaterThan(0)
    // Whoever is checked is checked for a service, so that nobody is missing from its line.
    const byService = (city?.services ?? []).map(({ checked }) => checked)
    expect(byService.reduce((sum, checked) => sum + checked, 0)).toBe(lineOf(city?.checks ?? [], '')?.checked)

    expect(await sumDays(pool, now)).toBeGreaterThan(0)
    const whole = await stored()
    expect(whole.length).toBeGreaterThan(3 * WORLD_DAYS)
    expect(await shownAt(4, first)).toEqual(direct)
    // That was read from the sums: what becomes of the facts behind them is not seen before they are counted anew.
    await pool.query(
      `UPDATE number_day SET made = made + 1000 WHERE office_id = $1 AND service = 'MARRIAGE'`,
      [first],
    )
    expect(await shownAt(6, first)).not.toEqual(direct)

    await pool.query(`DELETE FROM number_day WHERE office_id = $1 OR extract(day FROM day)::int % 3 = 0`, [
      first,
    ])
    expect(await shownAt(8, first)).toEqual(direct)
    const stopping = new AbortController()
    stopping.abort()
    expect(await sumDays(pool, now, stopping.signal)).toBe(0)
    await sumDays(pool, now)
    expect(await stored()).toEqual(whole)
    expect(await sumDays(pool, now)).toBe(0)
    expect(await shownAt(10, first)).toEqual(direct)
  })

  test('follow what is completed and set right afterwards', async () => {
    const first = 'random-7-1'
    await pool.query(
      `UPDATE appointment SET status = 'attended' WHERE office_id = $1 AND status = 'confirmed'
         AND slot_id IN (SELECT id FROM slot WHERE date > $2::date - 5)`,
      [first, TODAY],
    )
    await pool.query(
      `UPDATE no_show SET voided_at = $1 WHERE date < $2::date - 20
         AND appointment_id IN (SELECT id FROM appointment WHERE office_id = $3)`,
      [minutesLater(1), TODAY, first],
    )
    await pool.query(
      `UPDATE rating SET appeal_answer = 'upheld', appeal_closed_at = $1 WHERE office_id = $2 AND rated_at < $1::timestamptz - interval '20 days'`,
      [minutesLater(1), first],
    )
    await pool.query(
      `WITH ended AS (
         UPDATE appointment a SET status = 'cancelled' FROM slot s
         WHERE s.id = a.slot_id AND a.office_id = $1 AND a.status = 'confirmed' AND s.date < $2::date - 25
         RETURNING a.id, a.slot_id)
       INSERT INTO changed_appointment (change_id, appointment_id, position, state, has_contact, from_slot_id, settled_at)
       SELECT gen_random_uuid(), id, 1, 'cancelled', true, slot_id, $3 FROM ended`,
      [first, TODAY, minutesLater(1)],
    )
    await sumDays(pool, new Date(now.getTime() + 86_400_000))
    const counted = await shownAt(12, first, 1)
    await pool.query('TRUNCATE number_day')
    expect(await shownAt(14, first, 1)).toEqual(counted)
  })

  test('tell the planner how long visits take', async () => {
    const first = 'random-7-1'
    const measured = async (minute: number) =>
      (await loadPast(pool, first, minutesLater(minute))).measured.find(
        ({ service }) => service === 'MARRIAGE',
      )
    await pool.query('TRUNCATE number_day')
    // Without sums it asks the steps, which this draw has only of those who were called again.
    expect((await measured(20))?.visits).toBeGreaterThan(0)
    await pool.query('UPDATE ticket SET calls = 1 WHERE calls > 1')
    await sumDays(pool, now)
    const { rows } = await pool.query<{ visits: number; mean: number }>(
      `SELECT count(*)::int AS visits, avg(EXTRACT(EPOCH FROM ended_at - started_at) / 60)::float8 AS mean FROM ticket
       WHERE office_id = $1 AND service = 'MARRIAGE' AND state = 'done' AND calls = 1
         AND date BETWEEN $2::date - 28 AND $2::date - 1`,
      [first, TODAY],
    )
    const [{ visits, mean } = { visits: 0, mean: 0 }] = rows
    const bySums = await measured(22)
    expect(visits).toBeGreaterThan(10)
    expect(bySums?.visits).toBe(visits)
    // Whole minutes: each half a minute off at most.
    expect(Math.abs((bySums?.mean ?? 0) - mean)).toBeLessThan(0.5)
  })
})

describe('the pre-check of papers', () => {
  const lines = async (ticket: Ticket) =>
    tickLines((await compilePapers(ticket, undefined, now)) ?? expect.fail('no papers')).map(({ key }) => key)
  const begun = async (desk: Desk, ticket: Ticket, time: string) =>
    accepted(await beginTicket(pool, step(desk, ticket, time)))
  const looked = async (desk: Desk, ticket: Ticket, time: string, missing = 0, left = 0) => {
    const all = await lines(ticket)
    const papers = { seen: all.slice(missing + left), missing: all.slice(0, missing) }
    return accepted(await tickMaterials(pool, { ...step(desk, ticket, time), ...papers })).ticket
  }

  test('is measured to the last look that left nothing open, without the time put aside', async () => {
    const desk = await plantDesk(pool)
    // Told at 9:06 what is missing; it is fetched, and all is there five minutes after they are back.
    const told = await looked(
      desk,
      await begun(desk, await called(pool, desk, await walkIn(pool, desk), '09:00'), '09:01'),
      '09:06',
      1,
    )
    const aside = accepted(await parkTicket(pool, step(desk, told, '09:07')))
    const again = await begun(desk, await called(pool, desk, aside, '09:29'), '09:30')
    const whole = await looked(desk, again, '09:35')
    accepted(await finishTicket(pool, { ...step(desk, whole, '09:50'), outcome: 'registered' }))
    // Never begun, so from the call; a first look left some open.
    const half = await looked(
      desk,
      await called(pool, desk, await walkIn(pool, desk), '10:00'),
      '10:01',
      0,
      2,
    )
    const sent = await looked(desk, half, '10:03', 2)
    const end = { outcome: 'not-accepted', rejection: 'papers-missing' } as const
    accepted(await finishTicket(pool, { ...step(desk, sent, '10:10'), ...end }))
    // Nobody knows of these whether all was looked at, or how long it took.
    const open = await looked(
      desk,
      await called(pool, desk, await walkIn(pool, desk), '10:20'),
      '10:25',
      0,
      1,
    )
    accepted(await finishTicket(pool, { ...step(desk, open, '10:30'), ...end }))
    await looked(desk, await walkIn(pool, desk), '10:40')
    const { checks } = accepted(await showNumbers(pool, { actor, at: desk.officeId, period: '7', now }))
    // Six minutes and five, and three.
    expect(lineOf(checks, '')).toEqual({ key: '', checked: 2, complete: 1, checkMedian: 7, checkLong: 10.2 })
  })
})
