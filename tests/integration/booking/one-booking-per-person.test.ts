import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { claimSeats } from '#lib/booking/claim-seats.ts'
import { takeSeat } from '#lib/booking/take-seat.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { seatClaim } from './fixtures/claims.ts'
import { bookingOf, type Couple, couple, somebody } from './fixtures/couples.ts'
import { startOtherProcess } from './fixtures/other-process.ts'
import { NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool, url } = await openTestDatabase()

describe('one active appointment per person and service', () => {
  test('a second one with another key is refused, at whatever slot and with whatever partner', async () => {
    const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: 5 })
    const { first, second } = couple()
    expect(await bookAppointment(pool, bookingOf({ first, second }, slot))).toMatchObject({ ok: true })
    const tries: Couple[] = [
      { first, second },
      { first: second, second: first },
      { first, second: somebody({ sex: 'F' }) },
      { first: somebody({ sex: 'M' }), second },
    ]
    for (const each of tries) {
      const refused = { ok: false, reason: 'already-booked' }
      expect(await bookAppointment(pool, bookingOf(each, otherSlot))).toEqual(refused)
    }
    expect(await readCounters(pool, otherSlot)).toMatchObject({ taken: 0 })
    await expectLedgerBalanced(pool)
  })

  test('another service may be booked beside it', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const each = couple()
    expect(await bookAppointment(pool, bookingOf(each, slot))).toMatchObject({ ok: true })
    expect(await bookAppointment(pool, bookingOf(each, slot, { service: 'CEREMONY' }))).toMatchObject({
      ok: true,
    })
  })

  test('a hundred tries at once by one couple, from both and from two processes, make one', async () => {
    const slots = await plantSlots(pool, { count: 10, capacity: 20 })
    const other = await startOtherProcess(url)
    const { first, second } = couple()
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const each = index % 2 === 0 ? { first, second } : { first: second, second: first }
        const request = bookingOf(each, slots[index % 10] ?? slots[0])
        return index % 3 === 0 ? other.book(request) : bookAppointment(pool, request)
      }),
    )
    expect(reasonsOf(tries)).toEqual({ booked: 1, 'already-booked': 99 })
    await expectLedgerBalanced(pool)
  })

  test('of two who name each other at the same moment exactly one books', async () => {
    const slots = await plantSlots(pool, { count: 2, capacity: 200 })
    const other = await startOtherProcess(url)
    for (let round = 0; round < 30; round += 1) {
      const { first, second } = couple()
      const there = bookingOf({ first, second }, slots[0])
      const back = bookingOf({ first: second, second: first }, slots[1] ?? slots[0])
      const tries = await Promise.all([
        round % 2 === 0 ? bookAppointment(pool, there) : other.book(there),
        bookAppointment(pool, back),
      ])
      expect(reasonsOf(tries)).toEqual({ booked: 1, 'already-booked': 1 })
    }
    await expectLedgerBalanced(pool)
  })

  test('who was declined, cancelled or not answered may book again: only active ones count', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const each = couple()
    await bookAppointment(pool, bookingOf(each, slot))
    const later = new Date('2026-11-24T10:00:00+08:00')
    expect(await bookAppointment(pool, bookingOf(each, slot, { now: later }))).toMatchObject({ ok: true })
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, appointments: 1 })
  })
})

describe('a conflict with another process', () => {
  test('spoils nobody’s seat in the same batch', async () => {
    const [slot] = await plantSlots(pool, { capacity: 50 })
    const mine = Array.from({ length: 20 }, () => seatClaim({ slot }))
    const [, , , contested] = mine
    if (!contested) throw new Error('twenty claims')
    const { index1 } = contested
    const elsewhere = await pool.connect()
    await elsewhere.query('BEGIN')
    await elsewhere.query(
      `INSERT INTO party (appointment_id, role, service, party_type, person_index, sealed, locale)
       VALUES (gen_random_uuid(), 1, 'MARRIAGE', 'MAINLAND', decode($1, 'base64'), '', 'en')`,
      [index1],
    )
    const taken = Promise.all(mine.map((claim) => takeSeat(pool, claim, NOW)))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await elsewhere.query('COMMIT')
    elsewhere.release()
    const states = (await taken).map((outcome) => outcome?.state)
    expect(states.filter((state) => state === 'admitted')).toHaveLength(19)
    expect(states[3]).toBe('busy')
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 19, appointments: 19 })
  })

  test('that meets the batch through two statements at once ends with one of the two', async () => {
    const slots = await plantSlots(pool, { count: 2, capacity: 100 })
    for (let round = 0; round < 20; round += 1) {
      const [slot, otherSlot = 0] = round % 2 === 0 ? slots : slots.toReversed()
      const one = seatClaim({ slot: slot ?? 0 })
      const other = seatClaim({ slot: otherSlot, index1: one.index1 })
      const outcomes = await Promise.allSettled([
        claimSeats(pool, [one], NOW),
        claimSeats(pool, [other], NOW),
      ])
      const states = outcomes.map((each) => (each.status === 'fulfilled' ? each.value[0]?.state : 'conflict'))
      expect(states.filter((state) => state === 'admitted')).toHaveLength(1)
    }
    await expectLedgerBalanced(pool)
  })
})

function reasonsOf(results: readonly Result<unknown>[]): Record<string, number> {
  const told = results.map((result) => (result.ok ? 'booked' : result.reason))
  return Object.fromEntries(
    [...Map.groupBy(told, (reason) => reason)].map(([reason, each]) => [reason, each.length]),
  )
}
