import { beforeEach, describe, expect, test } from 'vitest'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { emptyDatabase } from './empty-database.ts'

const { pool } = await openTestDatabase()
const week = { from: calendarDate('2026-11-23'), until: calendarDate('2026-11-29') }

interface Rule {
  readonly weekdays?: readonly number[]
  readonly opens?: string
  readonly closes?: string
  readonly windows?: number
  readonly publicPercent?: number
  readonly worksOnRestDay?: boolean
}

async function rule(id: string, wish: Rule = {}): Promise<void> {
  await pool.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, works_on_rest_day, valid_from)
     VALUES ($1, 'one-lane', $2, $3, $4, $5, $6, $7, '2026-01-01')
     ON CONFLICT (id) DO UPDATE SET windows = EXCLUDED.windows, closes = EXCLUDED.closes,
       public_percent = EXCLUDED.public_percent`,
    [
      id,
      wish.weekdays ?? [1, 2, 3, 4, 5],
      wish.opens ?? '09:00',
      wish.closes ?? '10:00',
      wish.windows ?? 4,
      wish.publicPercent ?? 50,
      wish.worksOnRestDay ?? false,
    ],
  )
}

async function slotsOn(date: string) {
  const { rows } = await pool.query(
    `SELECT start_time AS start, end_time AS "end", capacity, public_capacity AS "publicCapacity", taken, open
     FROM slot WHERE date = $1 ORDER BY start_time`,
    [date],
  )
  return rows
}

beforeEach(async () => {
  await emptyDatabase(pool)
  await plantOffice(pool, { id: 'one', days: [], slotMinutes: 30 })
  await rule('weekdays')
})

describe('slots from opening hours', () => {
  test('stand on the working days of the week, two for an hour of half-hours', async () => {
    expect(await materialiseSlots(pool, week)).toEqual({ added: 10, changed: 0, closed: 0 })
    expect(await slotsOn('2026-11-23')).toEqual([
      { start: '09:00', end: '09:30', capacity: 4, publicCapacity: 2, taken: 0, open: true },
      { start: '09:30', end: '10:00', capacity: 4, publicCapacity: 2, taken: 0, open: true },
    ])
    expect(await slotsOn('2026-11-28')).toEqual([])
  })

  test('written again change nothing and use up no ids', async () => {
    await materialiseSlots(pool, week)
    expect(await materialiseSlots(pool, week)).toEqual({ added: 0, changed: 0, closed: 0 })
    const { rows } = await pool.query(`SELECT last_value::int AS last FROM slot_id_seq`)
    expect(rows).toEqual([{ last: 10 }])
  })

  test('written by two processes at the same moment stand there once', async () => {
    const done = await Promise.all([materialiseSlots(pool, week), materialiseSlots(pool, week)])
    expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(10)
    expect((await slotsOn('2026-11-24')).length).toBe(2)
  })

  test('the horizon grows day by day', async () => {
    await materialiseSlots(pool, week)
    const next = await materialiseSlots(pool, { ...week, until: calendarDate('2026-11-30') })
    expect(next).toEqual({ added: 2, changed: 0, closed: 0 })
  })

  test('the hours of a make-up Saturday and its Saturday service are one slot, the larger one', async () => {
    await pool.query(
      `INSERT INTO calendar_day (date, kind, name, status, source) VALUES ('2026-11-28', 'makeup-workday', '{}', 'official', '')`,
    )
    await rule('saturday', { weekdays: [6], windows: 1, publicPercent: 100, worksOnRestDay: true })
    await materialiseSlots(pool, week)
    expect((await slotsOn('2026-11-28')).map((slot) => slot.capacity)).toEqual([4, 4])
  })
})

describe('a service day', () => {
  const saturday = () =>
    pool.query(
      `INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, reason)
       VALUES ('s', 'one-lane', '2026-11-28', '10:00', '11:00', 3, 100, '{}')`,
    )

  test('has slots of its own, which are closed again when it is taken back', async () => {
    await saturday()
    expect(await materialiseSlots(pool, week)).toEqual({ added: 12, changed: 0, closed: 0 })
    expect(await slotsOn('2026-11-28')).toMatchObject([
      { start: '10:00', end: '10:30', capacity: 3, publicCapacity: 3, open: true },
      { start: '10:30', end: '11:00' },
    ])
    await pool.query('DELETE FROM service_day')
    expect(await materialiseSlots(pool, week)).toEqual({ added: 0, changed: 0, closed: 2 })
  })

  test('loses to a closure', async () => {
    await saturday()
    await pool.query(
      `INSERT INTO closure (id, office_id, "from", until, reason) VALUES ('c', 'one', '2026-11-28', '2026-11-28', '{}')`,
    )
    await materialiseSlots(pool, week)
    expect(await slotsOn('2026-11-28')).toEqual([])
  })
})

describe('a change of the plan', () => {
  beforeEach(() => materialiseSlots(pool, week))

  test('more windows open more seats', async () => {
    await rule('weekdays', { windows: 6 })
    expect(await materialiseSlots(pool, week)).toEqual({ added: 0, changed: 10, closed: 0 })
    expect((await slotsOn('2026-11-23'))[0]).toMatchObject({ capacity: 6, publicCapacity: 3 })
  })

  test('fewer windows never take a seat from somebody who has it', async () => {
    await pool.query(
      `UPDATE slot SET taken = 3, public_taken = 2 WHERE date = '2026-11-23' AND start_time = '09:00'`,
    )
    await rule('weekdays', { windows: 1 })
    await materialiseSlots(pool, week)
    expect(await slotsOn('2026-11-23')).toMatchObject([
      { capacity: 3, publicCapacity: 2, taken: 3 },
      { capacity: 1, publicCapacity: 1, taken: 0 },
    ])
    expect(await materialiseSlots(pool, week)).toEqual({ added: 0, changed: 0, closed: 0 })
  })

  test('a slot that is no longer planned is closed, with its seats as they are, and opens again when planned', async () => {
    await pool.query(`UPDATE slot SET taken = 1 WHERE date = '2026-11-24' AND start_time = '09:30'`)
    await pool.query(
      `INSERT INTO closure (id, office_id, "from", until, reason) VALUES ('c', 'one', '2026-11-24', '2026-11-24', '{}')`,
    )
    expect(await materialiseSlots(pool, week)).toEqual({ added: 0, changed: 0, closed: 2 })
    expect(await slotsOn('2026-11-24')).toMatchObject([
      { open: false, taken: 0 },
      { open: false, taken: 1 },
    ])
    await pool.query('DELETE FROM closure')
    expect(await materialiseSlots(pool, week)).toEqual({ added: 0, changed: 2, closed: 0 })
    expect(await slotsOn('2026-11-24')).toMatchObject([{ open: true }, { open: true, taken: 1 }])
  })

  test('a closure of another lane leaves this one open', async () => {
    await pool.query(
      `INSERT INTO closure (id, office_id, lane_id, "from", until, reason)
       VALUES ('c', 'one', 'another-lane', '2026-11-24', '2026-11-24', '{}')`,
    )
    expect((await materialiseSlots(pool, week)).closed).toBe(0)
  })

  test('days outside the period are left alone', async () => {
    await rule('weekdays', { windows: 9 })
    await materialiseSlots(pool, { from: calendarDate('2026-11-25'), until: calendarDate('2026-11-25') })
    expect((await slotsOn('2026-11-24'))[0]).toMatchObject({ capacity: 4 })
    expect((await slotsOn('2026-11-25'))[0]).toMatchObject({ capacity: 9 })
  })
})
