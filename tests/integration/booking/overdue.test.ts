import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { holdSeat } from '#lib/booking/hold-seat.ts'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { loadAvailability } from '#lib/booking/load-availability.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted, agreedCouple, confirm, move, waitingCouple } from './fixtures/booked.ts'
import { bookingOf, couple, somebody } from './fixtures/couples.ts'
import { minutesLater, plantSlots, readCounters, SLOT_DAY } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const DEADLINE = minutesLater(24 * 60)

describe('a wait for the partner that has run out', () => {
  test('gives its seat to the next who asks, at the deadline and not before, though nobody swept', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const before = bookingOf(couple(), slot, { now: new Date(DEADLINE.getTime() - 1) })
    expect(await bookAppointment(pool, before)).toMatchObject({ reason: 'slot-full' })
    const after = bookingOf(couple(), slot, { now: new Date(DEADLINE.getTime() + 1000) })
    expect(await bookAppointment(pool, after)).toMatchObject({ ok: true })
    const own = await listOwnAppointments(pool, booked.first.actor, DEADLINE)
    expect(own).toMatchObject([{ status: 'expired', endReason: 'partner-did-not-answer' }])
    await expectLedgerBalanced(pool)
  })

  test('leaves both free to book elsewhere, by whichever way it is noticed', async () => {
    const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const elsewhere = { first: booked.second, second: booked.first }
    expect(await bookAppointment(pool, bookingOf(elsewhere, otherSlot))).toMatchObject({
      reason: 'already-booked',
    })
    const later = bookingOf(elsewhere, otherSlot, { now: DEADLINE })
    expect(await bookAppointment(pool, later)).toMatchObject({ ok: true })
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0 })
    await expectLedgerBalanced(pool)
  })

  test('is free in what the office offers, and for a hold', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    await waitingCouple(pool, slot)
    const remaining = async (now: Date) => {
      const wish = {
        officeId: await officeOf(slot),
        service: 'MARRIAGE',
        from: SLOT_DAY,
        until: SLOT_DAY,
        locale: 'zh-CN',
      } as const
      return (await loadAvailability(pool, { ...wish, now })).days[0]?.slots[0]?.remaining
    }
    expect(await remaining(new Date(DEADLINE.getTime() - 2000))).toBe(0)
    expect(await remaining(DEADLINE)).toBe(1)
    const { actor } = somebody()
    const held = await holdSeat(pool, {
      personId: actor.id,
      slotId: slot,
      service: 'MARRIAGE',
      now: DEADLINE,
    })
    expect(held).toMatchObject({ ok: true })
  })

  test('tells both and goes on the record once, however many notice it at once', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    await Promise.all([waitingCouple(pool, slot), waitingCouple(pool, slot), waitingCouple(pool, slot)])
    const freed = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        settleOverdue(pool, DEADLINE, index % 2 ? { slotId: slot } : {}),
      ),
    )
    expect(freed.reduce((sum, seats) => sum + seats, 0)).toBe(3)
    const { rows } = await pool.query(
      `SELECT count(*)::int AS entries, (SELECT count(*)::int FROM outbox_message m JOIN appointment a
         ON a.id = m.appointment_id WHERE a.slot_id = $1 AND m.event = 'expired') AS messages
       FROM audit_entry e JOIN appointment a ON a.id::text = e.subject_id
       WHERE a.slot_id = $1 AND e.act = 'appointment-expired'`,
      [slot],
    )
    expect(rows).toEqual([{ entries: 3, messages: 6 }])
    await expectLedgerBalanced(pool)
  })
})

describe('settling', () => {
  test('while others claim, move and confirm loses no seat and waits for nobody for ever', {
    timeout: 60_000,
  }, async () => {
    const slots = await plantSlots(pool, { count: 6, capacity: 12 })
    const at = (index: number) => slots[index % slots.length] ?? slots[0]
    for (let round = 0; round < 3; round += 1) {
      const waiting = await Promise.all(
        Array.from({ length: 18 }, (_, index) => waitingCouple(pool, at(index))),
      )
      const agreed = await Promise.all(
        Array.from({ length: 12 }, (_, index) => agreedCouple(pool, at(index))),
      )
      await Promise.all(agreed.map((booked, index) => move(pool, booked, booked.first, at(index + 1))))
      // Half of the clocks are past the deadline, half are just before it.
      const clock = (index: number) => new Date(DEADLINE.getTime() + (index % 2 ? 60_000 : -60_000))
      const outcomes = await Promise.allSettled([
        ...waiting.map((booked, index) => confirm(pool, booked, booked.second, { now: clock(index) })),
        ...agreed.map((booked, index) =>
          move(pool, booked, booked.second, at(index + 2), { now: clock(index) }),
        ),
        ...Array.from({ length: 24 }, (_, index) =>
          bookAppointment(pool, bookingOf(couple(), at(index), { now: clock(index) })),
        ),
        ...Array.from({ length: 24 }, (_, index) =>
          holdSeat(pool, {
            personId: somebody().actor.id,
            slotId: at(index),
            service: 'MARRIAGE',
            now: clock(index),
          }),
        ),
        ...Array.from({ length: 24 }, (_, index) =>
          settleOverdue(pool, clock(1), index % 3 ? { slotId: at(index) } : {}),
        ),
      ])
      const faults = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [String(outcome.reason)] : [],
      )
      expect(faults).toEqual([])
      await expectLedgerBalanced(pool)
      await settleOverdue(pool, minutesLater(7 * 24 * 60))
      await expectLedgerBalanced(pool)
      await clear(slots)
    }
  })

  test('a move that lapses and one that is agreed to at the same moment end as one of the two', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 20 })
    for (let round = 0; round < 15; round += 1) {
      const booked = await agreedCouple(pool, from)
      const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
      const before = new Date(DEADLINE.getTime() - 1)
      const [agreed, freed] = await Promise.all([
        confirm(pool, booked, booked.second, { partnerCode, now: before }),
        settleOverdue(pool, DEADLINE, { slotId: to }),
      ])
      expect(agreed.ok ? 0 : 1).toBe(freed)
      await expectLedgerBalanced(pool)
    }
  })
})

async function officeOf(slot: number): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('SELECT office_id AS id FROM slot WHERE id = $1', [slot])
  return rows[0]?.id ?? ''
}

async function clear(slots: readonly number[]): Promise<void> {
  await pool.query('DELETE FROM appointment WHERE slot_id = ANY($1) OR previous_slot_id = ANY($1)', [slots])
  await pool.query('DELETE FROM slot_hold WHERE slot_id = ANY($1)', [slots])
  await pool.query('UPDATE slot SET taken = 0, public_taken = 0 WHERE id = ANY($1)', [slots])
}
