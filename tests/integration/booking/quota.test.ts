import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient } from 'pg'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { cancelAppointment } from '#lib/booking/cancel-appointment.ts'
import { holdSeat } from '#lib/booking/hold-seat.ts'
import { loadAvailability } from '#lib/booking/load-availability.ts'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { moveAppointment } from '#lib/booking/move-appointment.ts'
import { releasePlaces } from '#lib/booking/release-places.ts'
import { takeLimitedSeat } from '#lib/booking/take-limited-seat.ts'
import { takeSeat } from '#lib/booking/take-seat.ts'
import type { Quota } from '#lib/domain/quota.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { seatClaim } from './fixtures/claims.ts'
import { bookingOf, couple, couples, somebody } from './fixtures/couples.ts'
import { minutesLater, NOW, readCounters, SLOT_DAY } from './fixtures/slots.ts'

const { pool, url } = await openTestDatabase()
const DAY = { from: SLOT_DAY, until: SLOT_DAY }

let officeId: string
let slots: number[]

/** Eight times of the morning with six windows each. */
beforeEach(async () => {
  officeId = `office-${randomUUID().slice(0, 8)}`
  const wish = { id: officeId, services: SERVICES, days: [], slotMinutes: 30 }
  await plantOffice(pool, wish)
  await setWindows(6)
  slots = await readSlots()
})

async function setWindows(windows: number): Promise<void> {
  await pool.query(`DELETE FROM opening_rule WHERE lane_id = $1`, [`${officeId}-lane`])
  await pool.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, valid_from)
     VALUES ($1, $2, '{1,2,3,4,5}', '08:00', '12:00', $3, 100, '2026-01-01')`,
    [randomUUID(), `${officeId}-lane`, windows],
  )
  await materialise()
}

const materialise = (now?: Date) =>
  materialiseSlots(pool, DAY, { officeIds: [officeId], ...(now ? { now } : {}) })

async function readSlots(): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    'SELECT id FROM slot WHERE office_id = $1 AND open ORDER BY start_time',
    [officeId],
  )
  return rows.map(({ id }) => id)
}

async function limit(quota: Pick<Quota, 'capacity' | 'period'> & Partial<Quota>): Promise<void> {
  await pool.query(
    `INSERT INTO quota (id, office_id, name, services, lane_ids, period, capacity, weekdays, valid_from)
     VALUES ($1, $2, '{}', $3, '{}', $4, $5, '{}', '2026-01-01')`,
    [randomUUID(), officeId, quota.services ?? [], quota.period, quota.capacity],
  )
  await materialise()
}

const slotAt = (index: number) => slots[index] ?? Number.NaN

describe('a day on which five marriages may be registered, though the windows could do forty-eight', () => {
  beforeEach(() => limit({ services: ['MARRIAGE'], period: 'day', capacity: 5 }))

  test('has five when sixty-four couples ask at once, and other services are not concerned', async () => {
    const results = await Promise.all(
      couples(64).map((two, index) => bookAppointment(pool, bookingOf(two, slotAt(index % 8)))),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(5)
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.reason])))).toEqual(
      new Set(['slot-full']),
    )
    const other = await bookAppointment(
      pool,
      bookingOf(couple(), slotAt(0), { service: 'DIVORCE_APPLICATION' }),
    )
    expect(other).toMatchObject({ ok: true })
    await expectLedgerBalanced(pool)
  })

  test('has five also when each asks on a connection of its own; without the lock it has more', async () => {
    const claims = Array.from({ length: 24 }, (_, index) =>
      seatClaim({ slot: slotAt(index % 8), office: officeId }),
    )
    const outcomes = await Promise.all(claims.map((claim) => takeLimitedSeat(pool, claim, NOW)))
    expect(outcomes.filter(({ state }) => state === 'admitted')).toHaveLength(5)
    expect(outcomes.filter(({ state }) => state === 'over-quota')).toHaveLength(19)
    await pool.query('DELETE FROM appointment WHERE office_id = $1', [officeId])
    await pool.query('UPDATE slot SET taken = 0, public_taken = 0 WHERE office_id = $1', [officeId])
    const again = claims.map(() => seatClaim({ slot: slotAt(0), office: officeId }))
    const unlocked = await Promise.all(
      again.map((claim, index) =>
        takeLimitedSeat(withoutLock(pool), { ...claim, slot: slotAt(index % 8) }, NOW),
      ),
    )
    expect(unlocked.filter(({ state }) => state === 'admitted').length).toBeGreaterThan(5)
  })

  test('is counted on one connection alone, too: nobody waits for the one that their own statement holds', async () => {
    const single = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 2000 })
    onTestFinished(() => single.end())
    const claims = Array.from({ length: 8 }, (_, index) =>
      seatClaim({ slot: slotAt(index), office: officeId }),
    )
    const outcomes = await Promise.all(claims.map((claim) => takeSeat(single, claim, NOW)))
    expect(outcomes.filter((outcome) => outcome?.state === 'admitted')).toHaveLength(5)
  })

  test('a held seat counts, is the holder’s to book, and may be changed for another time', async () => {
    const holders = Array.from({ length: 5 }, somebody)
    const held = await Promise.all(
      holders.map(({ actor }, index) =>
        holdSeat(pool, { personId: actor.id, slotId: slotAt(index), service: 'MARRIAGE', now: NOW }),
      ),
    )
    expect(held.every(({ ok }) => ok)).toBe(true)
    expect((await bookAppointment(pool, bookingOf(couple(), slotAt(6)))).ok).toBe(false)
    const [first] = holders
    const other = {
      personId: first?.actor.id ?? '',
      slotId: slotAt(7),
      service: 'MARRIAGE',
      now: NOW,
    } as const
    expect(await holdSeat(pool, other)).toMatchObject({ ok: true })
    const late = minutesLater(11)
    expect((await bookAppointment(pool, { ...bookingOf(couple(), slotAt(6)), now: late })).ok).toBe(true)
  })

  test('is shown with what is left, and as full when nothing is', async () => {
    const load = (now: Date) =>
      loadAvailability(pool, { officeId, service: 'MARRIAGE', ...DAY, locale: 'zh-CN', now })
    for (const two of couples(3)) await bookAppointment(pool, bookingOf(two, slotAt(0)))
    const [day] = (await load(minutesLater(1))).days
    expect(day?.slots.map(({ remaining }) => remaining)).toEqual(Array(8).fill(2))
    for (const two of couples(2)) await bookAppointment(pool, bookingOf(two, slotAt(1)))
    expect((await load(minutesLater(2))).days[0]?.state).toBe('full')
  })

  test('a move inside a full day is refused, as the old seat is kept until the other has agreed', async () => {
    const two = couple()
    const booked = await bookAppointment(pool, bookingOf(two, slotAt(0)))
    for (const others of couples(4)) await bookAppointment(pool, bookingOf(others, slotAt(1)))
    if (!booked.ok) throw new Error('not booked')
    const moved = await moveAppointment(pool, {
      actor: two.first.actor,
      code: booked.value.code,
      slotId: slotAt(2),
      key: randomUUID(),
      now: NOW,
    })
    expect(moved).toMatchObject({ ok: false, reason: 'slot-full' })
  })
})

describe('fewer windows than are booked', () => {
  test('everybody booked is honoured, nobody new comes in, and each seat given back is gone', async () => {
    const booked = await Promise.all(
      couples(4).map(async (two) => ({
        two,
        answer: await bookAppointment(pool, bookingOf(two, slotAt(0))),
      })),
    )
    await setWindows(2)
    const slot = slotAt(0)
    expect(await readCounters(pool, slot)).toMatchObject({ capacity: 4, taken: 4 })
    const capacities: number[] = []
    for (const { two, answer } of booked) {
      if (!answer.ok) throw new Error('not booked')
      const { code } = answer.value
      await cancelAppointment(pool, { actor: two.first.actor, code, key: randomUUID(), now: NOW })
      capacities.push((await readCounters(pool, slot)).capacity)
    }
    expect(capacities).toEqual([3, 2, 2, 2])
    await expectLedgerBalanced(pool)
  })

  test('where nothing new is taken what is booked stays, and lifting it restores the day', async () => {
    await bookAppointment(pool, bookingOf(couple(), slotAt(0)))
    const id = randomUUID()
    await pool.query(
      `INSERT INTO closure (id, office_id, "from", "until", reason, kind) VALUES ($1, $2, $3, $3, '{}', 'stopped')`,
      [id, officeId, SLOT_DAY],
    )
    await materialise()
    expect(await readCounters(pool, slotAt(0))).toMatchObject({ capacity: 1, taken: 1 })
    expect((await bookAppointment(pool, bookingOf(couple(), slotAt(1)))).ok).toBe(false)
    await pool.query('DELETE FROM closure WHERE id = $1', [id])
    await materialise()
    expect(await readCounters(pool, slotAt(0))).toMatchObject({ capacity: 6, taken: 1 })
  })
})

test('places that wait for their release come on offer at that instant, once', async () => {
  const releaseAt = minutesLater(30)
  await pool.query(
    `INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, reason, release_at)
     VALUES ($1, $2, $3, '13:00', '14:00', 2, 100, '{}', $4)`,
    [randomUUID(), `${officeId}-lane`, SLOT_DAY, releaseAt],
  )
  const count = async () => (await readSlots()).length
  await materialise(NOW)
  await releasePlaces(pool, NOW)
  expect(await count()).toBe(8)
  await releasePlaces(pool, releaseAt)
  await releasePlaces(pool, minutesLater(1, releaseAt))
  expect(await count()).toBe(10)
})

/** The pool as it is, but nobody waits for anybody, and whoever has counted thinks for a moment, as on a busy day. */
function withoutLock(whole: Pool): Pool {
  const connect = async () => {
    const client = await whole.connect()
    const query = async (text: unknown, values?: unknown[]) => {
      if (typeof text === 'string' && text.includes('pg_advisory_xact_lock')) return { rows: [] }
      const answer = await client.query(text as string, values)
      if (typeof text === 'string' && text.includes('LATERAL')) await sleep(20)
      return answer
    }
    return Object.assign(Object.create(client), { query, release: () => client.release() }) as PoolClient
  }
  return Object.assign(Object.create(whole), { connect }) as Pool
}
