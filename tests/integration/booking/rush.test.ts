import type { Pool } from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { claimSeats } from '#lib/booking/claim-seats.ts'
import { takeSeat } from '#lib/booking/take-seat.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { throughLine } from '#tests/support/through-line.ts'
import { seatClaim } from './fixtures/claims.ts'
import { bookingOf, couples } from './fixtures/couples.ts'
import { NOW, plantSlots, readCounters } from './fixtures/slots.ts'
import { countThenInsert, dropSeatChecks, restoreSeatChecks, withoutGuard } from './fixtures/unguarded.ts'

const CAPACITY = 20
const RUSH = 500

const { pool } = await openTestDatabase()

describe('a rush of 500 couples on a slot of 20', () => {
  test('lets exactly 20 in and tells all others that it is full', async () => {
    const [slot] = await plantSlots(pool, { capacity: CAPACITY })
    const results = await Promise.all(
      couples(RUSH).map((couple) => bookAppointment(pool, bookingOf(couple, slot))),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(CAPACITY)
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.reason]))
    expect(refusals).toEqual(Array(RUSH - CAPACITY).fill('slot-full'))
    expect(await readCounters(pool, slot)).toMatchObject({ taken: CAPACITY, appointments: CAPACITY })
    await expectLedgerBalanced(pool)
  })

  test('lets the first 20 in by order of arrival', async () => {
    const [slot] = await plantSlots(pool, { capacity: CAPACITY })
    const results = await Promise.all(
      couples(RUSH).map((couple) => bookAppointment(pool, bookingOf(couple, slot))),
    )
    expect(results.slice(0, CAPACITY).every((result) => result.ok)).toBe(true)
  })

  test('who comes while others are being decided waits behind them, in the order of arrival', async () => {
    const [slot] = await plantSlots(pool, { capacity: 150 })
    const line = watched()
    const wave = () =>
      Array.from({ length: 100 }, async () => (await takeSeat(line.pool, seatClaim({ slot }), NOW))?.state)
    // Whoever holds the slot lets the first wave wait, so that the second comes while it is being decided.
    const holder = await pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM slot WHERE id = $1 FOR UPDATE', [slot])
    const first = wave()
    await vi.waitFor(() => expect(line.most()).toBe(1), { timeout: 5000 })
    const second = wave()
    await vi.waitFor(() => expect(line.most()).toBe(2), { timeout: 5000 })
    await holder.query('COMMIT')
    holder.release()
    const states = await Promise.all([...first, ...second])
    expect(states).toEqual([...Array(150).fill('admitted'), ...Array(50).fill('full')])
  })

  test('lets exactly 20 in when each is a statement of its own on its own connection', async () => {
    const [slot] = await plantSlots(pool, { capacity: CAPACITY })
    const outcomes = await rush(slot, (claim) => claimSeats(pool, [claim], NOW))
    expect(outcomes.admitted).toBe(CAPACITY)
    expect(outcomes.full).toBe(RUSH - CAPACITY)
    await expectLedgerBalanced(pool)
  })

  test('spread over 40 slots of 5, fills each of them and nothing more', async () => {
    const slots = await plantSlots(pool, { count: 40, capacity: 5 })
    const results = await Promise.all(
      couples(RUSH).map((couple, index) =>
        bookAppointment(pool, bookingOf(couple, slots[index % 40] ?? slots[0])),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(200)
    for (const slot of slots) expect(await readCounters(pool, slot)).toMatchObject({ taken: 5 })
    await expectLedgerBalanced(pool)
  })
})

/** The pool, and how many statements were under way at most on its way. */
function watched() {
  let [underway, most] = [0, 0]
  const line = throughLine(pool, (ask) => async (...statement) => {
    underway += 1
    most = Math.max(most, underway)
    const answer = await ask(...statement)
    underway -= 1
    return answer
  })
  return { pool: line, most: () => most }
}

// A test that cannot fail proves nothing: the same rush with the protection taken away has to oversell.
describe('the control: the same rush without the guard', () => {
  test('without the condition in the statement, the CHECK of the table still refuses the 21st', async () => {
    const [slot] = await plantSlots(pool, { capacity: CAPACITY })
    const outcomes = await rush(slot, (claim) => claimSeats(withoutGuard(pool), [claim], NOW), 100)
    expect(outcomes).toEqual({ admitted: CAPACITY, full: 0, fault: 100 - CAPACITY })
    await expectLedgerBalanced(pool)
  })

  test('without the condition and without the CHECK it oversells', async () => {
    const [slot] = await plantSlots(pool, { capacity: CAPACITY })
    await dropSeatChecks(pool)
    const outcomes = await rush(slot, (claim) => claimSeats(withoutGuard(pool), [claim], NOW))
    expect(outcomes.admitted).toBe(RUSH)
    await expect(expectLedgerBalanced(pool)).rejects.toThrow('counters differ')
    await clearSlot(pool, slot)
    await restoreSeatChecks(pool)
  })

  test('counting the appointments first and inserting then oversells, as two look before either writes', async () => {
    const [slot] = await plantSlots(pool, { capacity: CAPACITY })
    await dropSeatChecks(pool)
    const outcomes = await rush(slot, (claim) => countThenInsert(pool, claim))
    expect(outcomes.admitted).toBeGreaterThan(CAPACITY)
    await clearSlot(pool, slot)
    await restoreSeatChecks(pool)
  })
})

async function rush(
  slot: number,
  claimOne: (claim: ReturnType<typeof seatClaim>) => ReturnType<typeof claimSeats>,
  count = RUSH,
): Promise<{ admitted: number; full: number; fault: number }> {
  const states = await Promise.all(
    Array.from({ length: count }, () =>
      claimOne(seatClaim({ slot })).then(
        ([outcome]) => outcome?.state ?? 'fault',
        () => 'fault',
      ),
    ),
  )
  const tell = (state: string) => states.filter((one) => one === state).length
  return { admitted: tell('admitted'), full: tell('full'), fault: tell('fault') }
}

async function clearSlot(pool: Pool, slot: number): Promise<void> {
  await pool.query('DELETE FROM appointment WHERE slot_id = $1', [slot])
  await pool.query('UPDATE slot SET taken = 0, public_taken = 0 WHERE id = $1', [slot])
}
