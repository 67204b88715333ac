import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { showNumbers } from '#lib/numbers/show-numbers.ts'
import { sumDays } from '#lib/numbers/sum-days.ts'
import { loadPast } from '#lib/staffing/load-past.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { TODAY, todayAt } from '../desk/fixtures/desk.ts'
import { plantRandomWorld, WORLD_DAYS } from './fixtures/random-world.ts'

const { pool } = await openTestDatabase()

const now = todayAt('18:00')
const CITY = '440300'
const grants = [{ role: 'city-admin', scope: 'region', scopeId: CITY } as const]
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
