import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { extendHold } from '#lib/booking/extend-hold.ts'
import { findHold, type SeatHold } from '#lib/booking/find-hold.ts'
import { holdSeat } from '#lib/booking/hold-seat.ts'
import { releaseHold } from '#lib/booking/release-hold.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { bookingOf, couple, type SignedIn, somebody } from './fixtures/couples.ts'
import { minutesLater, NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

describe('a seat held while the questions are answered', () => {
  test('is nobody else’s for ten minutes', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    const held = await hold(me, slot)
    expect(held).toMatchObject({
      ok: true,
      value: { slotId: slot, expiresAt: minutesLater(10), extensions: 0 },
    })
    expect(await hold(somebody(), slot)).toMatchObject({ reason: 'slot-full' })
    expect(await bookAppointment(pool, bookingOf(couple(), slot, { now: minutesLater(9) }))).toMatchObject({
      reason: 'slot-full',
    })
    expect(await findHold(pool, me.actor.id, minutesLater(9.99))).toEqual(held.ok ? held.value : undefined)
    await expectLedgerBalanced(pool)
  })

  test('chosen twice is the same hold', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    const me = somebody()
    const first = await hold(me, slot)
    expect(await hold(me, slot, minutesLater(2))).toEqual(first)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, holds: 1 })
  })

  test('moves with its person: another time gives the old seat back in the same breath', async () => {
    const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const me = somebody()
    await hold(me, slot)
    expect(await hold(somebody(), slot)).toMatchObject({ reason: 'slot-full' })
    expect(await hold(me, otherSlot)).toMatchObject({ ok: true, value: { slotId: otherSlot } })
    expect(await hold(somebody(), slot)).toMatchObject({ ok: true })
    expect(await readCounters(pool, otherSlot)).toMatchObject({ taken: 1, holds: 1 })
    await expectLedgerBalanced(pool)
  })

  test('stays when the other time is full', async () => {
    const [slot, fullSlot = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const me = somebody()
    await hold(somebody(), fullSlot)
    await hold(me, slot)
    expect(await hold(me, fullSlot)).toMatchObject({ reason: 'slot-full' })
    expect(await findHold(pool, me.actor.id, NOW)).toMatchObject({ slotId: slot })
  })

  test('is one a person, however fast she changes her mind in how many windows', async () => {
    const slots = await plantSlots(pool, { count: 8, capacity: 3 })
    const people = Array.from({ length: 20 }, () => somebody())
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        people.flatMap((me, index) =>
          [1, 2, 3].map((step) => hold(me, slots[(index + step * round) % slots.length] ?? slots[0])),
        ),
      )
      await expectLedgerBalanced(pool)
    }
    const { rows } = await pool.query(
      'SELECT person_id, count(*) FROM slot_hold GROUP BY 1 HAVING count(*) > 1',
    )
    expect(rows).toEqual([])
  })

  test('that two exchange never leaves either without a seat', async () => {
    const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: 3 })
    const [me, you] = [somebody(), somebody()]
    await hold(me, slot)
    await hold(you, otherSlot)
    for (let round = 0; round < 20; round += 1) {
      const [mine, yours] = round % 2 === 0 ? [otherSlot, slot] : [slot, otherSlot]
      expect(await Promise.all([hold(me, mine), hold(you, yours)])).toMatchObject([
        { ok: true },
        { ok: true },
      ])
    }
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, holds: 1 })
    await expectLedgerBalanced(pool)
  })

  test('is gone at once when it is given up', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    await hold(me, slot)
    expect(await hold(somebody(), slot)).toMatchObject({ reason: 'slot-full' })
    await releaseHold(pool, me.actor.id)
    await releaseHold(pool, me.actor.id)
    expect(await hold(somebody(), slot)).toMatchObject({ ok: true })
    await expectLedgerBalanced(pool)
  })
})

describe('a hold that has run out', () => {
  test('is free for the next at that very instant, though nobody swept', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    await hold(me, slot)
    expect(await hold(somebody(), slot, minutesLater(9.99))).toMatchObject({ reason: 'slot-full' })
    const [next, late] = [somebody(), somebody()]
    expect(await hold(next, slot, minutesLater(11))).toMatchObject({ ok: true })
    expect(await hold(late, slot, minutesLater(11))).toMatchObject({ reason: 'slot-full' })
    expect(await findHold(pool, me.actor.id, minutesLater(10))).toBeUndefined()
    await expectLedgerBalanced(pool)
  })

  test('is told when the answers come too late, and nothing is written', async () => {
    const [slot] = await plantSlots(pool, { capacity: 2 })
    const each = couple()
    const holdId = idOf(await hold(each.first, slot))
    const late = bookingOf(each, slot, { holdId, now: minutesLater(10) })
    expect(await bookAppointment(pool, late)).toEqual({ ok: false, reason: 'hold-expired' })
    expect(await readCounters(pool, slot)).toMatchObject({ appointments: 0, holds: 1 })
  })

  test('can be held again by the one who had it', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    const first = await hold(me, slot)
    const again = await hold(me, slot, minutesLater(10))
    expect(again).toMatchObject({ ok: true, value: { expiresAt: minutesLater(20) } })
    expect(idOf(again)).not.toBe(idOf(first))
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, holds: 1 })
  })
})

describe('a booking after a hold', () => {
  test('keeps the seat that was held: the counter does not move', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const each = couple()
    const holdId = idOf(await hold(each.first, slot))
    expect(await bookAppointment(pool, bookingOf(each, slot, { holdId }))).toMatchObject({ ok: true })
    expect(await readCounters(pool, slot)).toMatchObject({
      taken: 1,
      publicTaken: 1,
      appointments: 1,
      holds: 0,
    })
    expect(await findHold(pool, each.first.actor.id, NOW)).toBeUndefined()
    await expectLedgerBalanced(pool)
  })

  test('sent twice is one booking, also with the hold spent by the first', async () => {
    const [slot] = await plantSlots(pool, { capacity: 2 })
    const each = couple()
    const request = bookingOf(each, slot, { holdId: idOf(await hold(each.first, slot)) })
    const [one, two] = await Promise.all([bookAppointment(pool, request), bookAppointment(pool, request)])
    expect(one).toMatchObject({ ok: true })
    expect(two).toEqual(one)
    expect(await bookAppointment(pool, { ...request, holdId: undefined })).toEqual(one)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, appointments: 1, holds: 0 })
  })

  test('never spends the hold of somebody else', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const holdId = idOf(await hold(somebody(), slot))
    expect(await bookAppointment(pool, bookingOf(couple(), slot, { holdId }))).toMatchObject({
      reason: 'hold-expired',
    })
    expect(await readCounters(pool, slot)).toMatchObject({ appointments: 0, holds: 1 })
  })

  test('never takes a hold of one slot for a seat in another', async () => {
    const [slot, fullSlot = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    await hold(somebody(), fullSlot)
    const each = couple()
    const holdId = idOf(await hold(each.first, slot))
    expect(await bookAppointment(pool, bookingOf(each, fullSlot, { holdId }))).toMatchObject({
      reason: 'hold-expired',
    })
    await expectLedgerBalanced(pool)
  })

  test('is refused when the office has closed the time meanwhile', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const each = couple()
    const holdId = idOf(await hold(each.first, slot))
    await pool.query('UPDATE slot SET open = false WHERE id = $1', [slot])
    expect(await bookAppointment(pool, bookingOf(each, slot, { holdId }))).toMatchObject({
      reason: 'slot-closed',
    })
    expect(await hold(somebody(), slot)).toMatchObject({ reason: 'slot-closed' })
    await expectLedgerBalanced(pool)
  })
})

describe('more time', () => {
  test('is given three times, each counted from the moment of asking', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    await hold(me, slot)
    for (const asked of [8, 16, 24]) {
      expect(await extend(me, 10, asked)).toEqual({ ok: true, value: minutesLater(asked + 10) })
    }
    expect(await extend(me, 10, 32)).toMatchObject({ reason: 'hold-expired' })
    expect(await findHold(pool, me.actor.id, minutesLater(33))).toMatchObject({ expiresAt: minutesLater(34) })
  })

  test('asked for early never takes time away', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    await hold(me, slot)
    expect(await extend(me, 5, 1)).toEqual({ ok: true, value: minutesLater(10) })
  })

  test('is too late when the hold has run out, and nothing for who holds nothing', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const me = somebody()
    await hold(me, slot)
    expect(await extend(me, 10, 10)).toMatchObject({ reason: 'hold-expired' })
    expect(await extend(somebody(), 10, 0)).toMatchObject({ reason: 'hold-expired' })
  })
})

function hold({ actor }: SignedIn, slotId: number, now = NOW): Promise<Result<SeatHold>> {
  return holdSeat(pool, { personId: actor.id, slotId, service: 'MARRIAGE', now })
}

function extend({ actor }: SignedIn, minutes: number, asked: number): Promise<Result<Date>> {
  return extendHold(pool, { personId: actor.id, minutes, now: minutesLater(asked) })
}

function idOf(held: Result<SeatHold>): string {
  return held.ok ? held.value.id : randomUUID()
}
