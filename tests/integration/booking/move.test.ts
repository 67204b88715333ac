import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { takeSeat } from '#lib/booking/take-seat.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import {
  accepted,
  agreedCouple,
  type Booked,
  cancel,
  confirm,
  decline,
  move,
  waitingCouple,
} from './fixtures/booked.ts'
import { seatClaim } from './fixtures/claims.ts'
import { minutesLater, NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const HOUR = 60

describe('a move that the other has to agree to', () => {
  test('keeps both times until the answer; agreed to, the old one is free', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    const moved = accepted(await move(pool, booked, booked.first, to))
    expect(moved).toMatchObject({
      status: 'awaiting-partner',
      heldUntil: minutesLater(24 * HOUR).toISOString(),
    })
    expect([await takenIn(from), await takenIn(to)]).toEqual([1, 1])
    const { partnerCode = '' } = moved
    expect(await confirm(pool, booked, booked.second)).toMatchObject({ reason: 'partner-code-wrong' })
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({ ok: true })
    expect([await takenIn(from), await takenIn(to)]).toEqual([0, 1])
    await expectLedgerBalanced(pool)
  })

  test('declined, leaves both where they were', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
    expect(await decline(pool, booked, booked.second, { partnerCode })).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect([await takenIn(from), await takenIn(to)]).toEqual([1, 0])
    expect(await seen(booked)).toMatchObject({ status: 'confirmed', slotId: from })
    await expectLedgerBalanced(pool)
  })

  test('not answered, lapses back to the old time at the deadline', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
    const now = minutesLater(24 * HOUR)
    expect(await seen(booked, now)).toMatchObject({ status: 'confirmed', slotId: from })
    expect([await takenIn(from), await takenIn(to)]).toEqual([1, 0])
    expect(await confirm(pool, booked, booked.second, { partnerCode, now })).toMatchObject({ ok: false })
    await expectLedgerBalanced(pool)
  })

  test('cancelled, frees both times', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    accepted(await move(pool, booked, booked.second, to))
    accepted(await cancel(pool, booked, booked.first))
    expect([await takenIn(from), await takenIn(to)]).toEqual([0, 0])
    await expectLedgerBalanced(pool)
  })

  test('asks the one who did not move, and her alone', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.second, to))
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await confirm(pool, booked, booked.first, { partnerCode })).toMatchObject({ ok: true })
    expect(await seen(booked)).toMatchObject({
      status: 'confirmed',
      parties: [{ agreed: true }, { agreed: true }],
    })
  })

  test('proposed by the one who was asked, asks the first: nobody agrees to a time by herself', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await waitingCouple(pool, from)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.second, to))
    expect([await takenIn(from), await takenIn(to)]).toEqual([0, 1])
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await seen(booked)).toMatchObject({ parties: [{ agreed: false }, { agreed: true }] })
    expect(await confirm(pool, booked, booked.first, { partnerCode })).toMatchObject({ ok: true })
    expect(await seen(booked)).toMatchObject({
      status: 'confirmed',
      parties: [{ agreed: true }, { agreed: true }],
    })
    await expectLedgerBalanced(pool)
  })

  test('on and on keeps the last time both agreed to, and one more', async () => {
    const [from, ...others] = await plantSlots(pool, { count: 4, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    for (const [round, to] of others.entries()) {
      const by = round % 2 === 0 ? booked.first : booked.second
      accepted(await move(pool, booked, by, to))
      await expectLedgerBalanced(pool)
    }
    const taken = await Promise.all([from, ...others].map(takenIn))
    expect(taken).toEqual([1, 0, 0, 1])
    expect(await seen(booked, minutesLater(24 * HOUR))).toMatchObject({ status: 'confirmed', slotId: from })
    expect(await Promise.all([from, ...others].map(takenIn))).toEqual([1, 0, 0, 0])
  })

  test('back to the time both had agreed to needs nobody’s word again, and no second seat', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    accepted(await move(pool, booked, booked.first, to))
    expect(await move(pool, booked, booked.first, from)).toMatchObject({
      ok: true,
      value: { status: 'confirmed' },
    })
    expect([await takenIn(from), await takenIn(to)]).toEqual([1, 0])
    expect(await seen(booked)).toMatchObject({
      status: 'confirmed',
      slotId: from,
      parties: [{ agreed: true }, { agreed: true }],
    })
    await expectLedgerBalanced(pool)
  })
})

describe('any move', () => {
  test('before the partner has agreed gives the old time back at once', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await waitingCouple(pool, from)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
    expect([await takenIn(from), await takenIn(to)]).toEqual([0, 1])
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({ ok: true })
    await expectLedgerBalanced(pool)
  })

  test('to a full time keeps the old one', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    await agreedCouple(pool, to)
    expect(await move(pool, booked, booked.first, to)).toEqual({ ok: false, reason: 'slot-full' })
    expect(await seen(booked)).toMatchObject({ status: 'confirmed', slotId: from })
    expect([await takenIn(from), await takenIn(to)]).toEqual([1, 1])
  })

  test('sent twice moves once, and tells the same partner code', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 5 })
    const booked = await agreedCouple(pool, from)
    const key = randomUUID()
    const moved = await move(pool, booked, booked.first, to, { key })
    const again = await move(pool, booked, booked.first, to, { key })
    expect(again).toEqual(moved)
    expect(await takenIn(to)).toBe(1)
    const { partnerCode = '' } = accepted(again)
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({ ok: true })
  })

  test.each<[string, (slots: readonly number[]) => Promise<number> | number, string]>([
    ['the time it has', ([from = 0]) => from, 'invalid-input'],
    ['a time that is closed', closedSlot, 'slot-closed'],
    ['a time that does not exist', () => 2_000_000, 'not-found'],
    ['another office', async () => (await plantSlots(pool, { capacity: 1 }))[0], 'wrong-office'],
  ])('to %s is refused', async (_, target, reason) => {
    const slots = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, slots[0])
    expect(await move(pool, booked, booked.first, await target(slots))).toMatchObject({ ok: false, reason })
    expect(await seen(booked)).toMatchObject({ status: 'confirmed', slotId: slots[0] })
    await expectLedgerBalanced(pool)
  })

  test('of a seat from the counter’s share stays in that share', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 2, publicCapacity: 1 })
    const booked = await agreedCouple(pool, from)
    await pool.query(`UPDATE appointment SET pool = 'staff' WHERE code = $1`, [booked.code])
    await pool.query('UPDATE slot SET public_taken = 0 WHERE id = $1', [from])
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
    await expectLedgerBalanced(pool)
    accepted(await confirm(pool, booked, booked.second, { partnerCode }))
    await expectLedgerBalanced(pool)
    expect(await readCounters(pool, to)).toMatchObject({ taken: 1, publicTaken: 0 })
  })
})

describe('moves that meet', () => {
  test('crossing between the same two times, neither waits for ever', async () => {
    const [one, two = 0] = await plantSlots(pool, { count: 2, capacity: 40 })
    const here = await Promise.all(Array.from({ length: 15 }, () => waitingCouple(pool, one)))
    const there = await Promise.all(Array.from({ length: 15 }, () => waitingCouple(pool, two)))
    const moves = await Promise.all([
      ...here.map((booked) => move(pool, booked, booked.first, two)),
      ...there.map((booked) => move(pool, booked, booked.first, one)),
    ])
    expect(moves.every((each) => each.ok)).toBe(true)
    expect([await takenIn(one), await takenIn(two)]).toEqual([15, 15])
    await expectLedgerBalanced(pool)
  })

  test('for one last seat, one gets it, also against new bookings', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 12 })
    const movers = await Promise.all(Array.from({ length: 12 }, () => agreedCouple(pool, from)))
    await Promise.all(Array.from({ length: 11 }, () => takeSeat(pool, seatClaim({ slot: to }), NOW)))
    const [moves, claims] = await Promise.all([
      Promise.all(movers.map((booked) => move(pool, booked, booked.first, to))),
      Promise.all(Array.from({ length: 12 }, () => takeSeat(pool, seatClaim({ slot: to }), NOW))),
    ])
    const won =
      moves.filter((each) => each.ok).length + claims.filter((each) => each?.state === 'admitted').length
    expect(won).toBe(1)
    expect(await takenIn(to)).toBe(12)
    expect(await takenIn(from)).toBe(12)
    await expectLedgerBalanced(pool)
  })
})

async function takenIn(slot: number): Promise<number> {
  return (await readCounters(pool, slot)).taken
}

async function seen(booked: Booked, now = NOW) {
  return accepted(await getAppointment(pool, booked.code, booked.first.actor, now))
}

async function closedSlot([, to = 0]: readonly number[]): Promise<number> {
  await pool.query('UPDATE slot SET open = false WHERE id = $1', [to])
  return to
}
