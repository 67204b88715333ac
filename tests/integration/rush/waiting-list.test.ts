import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { offerReturnedSeats } from '#lib/rush/offer-returned-seats.ts'
import {
  agreedCouple,
  cancel,
  decline as declineAppointment,
  move,
  waitingCouple,
} from '#tests/integration/booking/fixtures/booked.ts'
import { bookingOf, couple } from '#tests/integration/booking/fixtures/couples.ts'
import {
  minutesLater,
  NOW,
  plantSlots,
  readCounters,
  SLOT_DAY,
} from '#tests/integration/booking/fixtures/slots.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accept, coupleInLine, decline, keptSeats, messagesTo, statusOf } from './fixtures/line.ts'

const { pool } = await openTestDatabase()
const { coolingMinutes, offerHours, partnerHours } = DEFAULT_POLICY
const COOLED = minutesLater(coolingMinutes)
const LAPSED = minutesLater(coolingMinutes + offerHours * 60)

async function fullSlot(): Promise<{ slot: number; holders: Awaited<ReturnType<typeof agreedCouple>> }> {
  const [slot] = await plantSlots(pool, { capacity: 1 })
  return { slot, holders: await agreedCouple(pool, slot) }
}

describe('a seat that comes free', () => {
  test('goes straight to the public when nobody waits for it', async () => {
    const { slot, holders } = await fullSlot()
    const elsewhere = await fullSlot()
    const other = await coupleInLine(pool, elsewhere.slot)
    await cancel(pool, holders, holders.second)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0, publicTaken: 0 })
    expect(await keptSeats(pool, slot)).toEqual([])
    expect(await statusOf(pool, other)).toBe('waiting')
    await expectLedgerBalanced(pool)
  })

  test('stays counted and rests for a random time when somebody waits for it', async () => {
    const { slot, holders } = await fullSlot()
    await coupleInLine(pool, slot)
    await cancel(pool, holders, holders.first)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, publicTaken: 1, appointments: 0 })
    const [kept] = await keptSeats(pool, slot)
    expect(kept?.entryId).toBeNull()
    expect(kept?.coolUntil.getTime()).toBeGreaterThanOrEqual(NOW.getTime())
    expect(kept?.coolUntil.getTime()).toBeLessThan(COOLED.getTime())
    expect(await bookAppointment(pool, bookingOf(couple(), slot))).toMatchObject({ reason: 'slot-full' })
    await expectLedgerBalanced(pool)
  })

  test('is not offered before it has rested', async () => {
    const { slot, holders } = await fullSlot()
    const first = await coupleInLine(pool, slot)
    await cancel(pool, holders, holders.first)
    await pool.query('UPDATE returned_seat SET cool_until = $2 WHERE slot_id = $1', [slot, minutesLater(7)])
    await offerReturnedSeats(pool, new Date(minutesLater(7).getTime() - 1))
    expect(await statusOf(pool, first)).toBe('waiting')
    await offerReturnedSeats(pool, minutesLater(7))
    expect(await statusOf(pool, first)).toBe('offered')
    const [kept] = await keptSeats(pool, slot)
    expect(kept).toMatchObject({ entryId: first.entryId, offerUntil: minutesLater(7 + offerHours * 60) })
  })

  test.each([
    [
      'a partner who says no',
      async (slot: number) => {
        const booked = await waitingCouple(pool, slot)
        return async () => void (await declineAppointment(pool, booked, booked.second))
      },
    ],
    [
      'a partner who says nothing',
      async (slot: number) => {
        await waitingCouple(pool, slot)
        return async () => {
          await settleOverdue(pool, minutesLater(partnerHours * 60), { slotId: slot })
        }
      },
    ],
    [
      'a move that is taken back',
      async (slot: number) => {
        const [home] = await plantSlots(pool, { capacity: 1 })
        await pool.query(
          'UPDATE slot SET office_id = (SELECT office_id FROM slot WHERE id = $2) WHERE id = $1',
          [home, slot],
        )
        const booked = await agreedCouple(pool, home)
        await move(pool, booked, booked.first, slot)
        return async () => void (await move(pool, booked, booked.first, home))
      },
    ],
  ])('is kept for the line after %s', async (_, bringAbout) => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const giveUp = await bringAbout(slot)
    await coupleInLine(pool, slot)
    await giveUp()
    expect(await keptSeats(pool, slot)).toHaveLength(1)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, appointments: 0 })
    await expectLedgerBalanced(pool)
  })

  test('of the staff is theirs again', async () => {
    const { slot, holders } = await fullSlot()
    await pool.query(`UPDATE appointment SET pool = 'staff' WHERE slot_id = $1`, [slot])
    await pool.query('UPDATE slot SET public_taken = 0 WHERE id = $1', [slot])
    await coupleInLine(pool, slot)
    await cancel(pool, holders, holders.first)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0, publicTaken: 0 })
  })
})

describe('the line', () => {
  test('is served in the order of joining, one offer at a time for each couple', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    const holders = [
      await agreedCouple(pool, slot),
      await agreedCouple(pool, slot),
      await agreedCouple(pool, slot),
    ]
    const [one, two] = [await coupleInLine(pool, slot), await coupleInLine(pool, slot)]
    for (const each of holders) await cancel(pool, each, each.first)
    await offerReturnedSeats(pool, COOLED)
    expect([await statusOf(pool, one), await statusOf(pool, two)]).toEqual(['offered', 'offered'])
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 2 })
    await offerReturnedSeats(pool, COOLED)
    expect([await messagesTo(pool, one), await messagesTo(pool, two)]).toEqual([['offer'], ['offer']])
    await expectLedgerBalanced(pool)
  })

  test('run by two workers at once does everything once', async () => {
    const { slot, holders } = await fullSlot()
    const line = [await coupleInLine(pool, slot), await coupleInLine(pool, slot)]
    await cancel(pool, holders, holders.first)
    await Promise.all([1, 2, 3, 4].map(() => offerReturnedSeats(pool, COOLED)))
    const told = (await Promise.all(line.map((each) => messagesTo(pool, each)))).flat()
    expect(told).toEqual(['offer'])
    await expectLedgerBalanced(pool)
  })

  test('an offer that nobody answers goes to the next, and to the public when nobody is left', async () => {
    const { slot, holders } = await fullSlot()
    const [one, two] = [await coupleInLine(pool, slot), await coupleInLine(pool, slot)]
    await cancel(pool, holders, holders.first)
    await offerReturnedSeats(pool, COOLED)
    expect(await statusOf(pool, two)).toBe('waiting')
    await offerReturnedSeats(pool, LAPSED)
    expect([await statusOf(pool, one), await statusOf(pool, two)]).toEqual(['lapsed', 'offered'])
    expect(await messagesTo(pool, one)).toEqual(['offer', 'offer-lapsed'])
    expect(await accept(pool, one, LAPSED)).toMatchObject({ reason: 'hold-expired' })
    await expectLedgerBalanced(pool)
    const nextLapse = new Date(LAPSED.getTime() + 24 * 3_600_000)
    await offerReturnedSeats(pool, nextLapse)
    expect(await statusOf(pool, two)).toBe('lapsed')
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0, publicTaken: 0 })
    expect(await bookAppointment(pool, bookingOf(couple(), slot, { now: nextLapse }))).toMatchObject({
      ok: true,
    })
    await expectLedgerBalanced(pool)
  })

  test('declined, the seat goes on at once; who declined keeps the place and is not asked about it again', async () => {
    const { slot, holders } = await fullSlot()
    const [one, two] = [await coupleInLine(pool, slot), await coupleInLine(pool, slot)]
    await cancel(pool, holders, holders.first)
    await offerReturnedSeats(pool, COOLED)
    expect(await decline(pool, one, COOLED)).toMatchObject({ ok: true })
    expect([await statusOf(pool, one), await statusOf(pool, two)]).toEqual(['waiting', 'offered'])
    expect(await decline(pool, two, COOLED)).toMatchObject({ ok: true })
    expect([await statusOf(pool, one), await statusOf(pool, two)]).toEqual(['offered', 'waiting'])
    expect(await decline(pool, two, COOLED)).toMatchObject({ reason: 'hold-expired' })
    await expectLedgerBalanced(pool)
  })

  test('a seat whose day is too near is the public’s', async () => {
    const { slot, holders } = await fullSlot()
    const one = await coupleInLine(pool, slot)
    await cancel(pool, holders, holders.first)
    await offerReturnedSeats(pool, new Date('2026-11-30T14:30:00+08:00'))
    expect(await statusOf(pool, one)).toBe('waiting')
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0 })
    await offerReturnedSeats(pool, new Date(`${SLOT_DAY}T23:59:59+08:00`))
    expect(await statusOf(pool, one)).toBe('waiting')
    await offerReturnedSeats(pool, new Date('2026-12-02T00:00:00+08:00'))
    expect(await statusOf(pool, one)).toBe('lapsed')
    await expectLedgerBalanced(pool)
  })

  test('who found a place in another way has left it, and an offer goes on', async () => {
    const [slot, other = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const holders = await agreedCouple(pool, slot)
    const [one, two] = [await coupleInLine(pool, slot), await coupleInLine(pool, slot)]
    await cancel(pool, holders, holders.first)
    await offerReturnedSeats(pool, COOLED)
    expect(await bookAppointment(pool, bookingOf(one, other, { now: COOLED }))).toMatchObject({ ok: true })
    await offerReturnedSeats(pool, COOLED)
    expect([await statusOf(pool, one), await statusOf(pool, two)]).toEqual(['booked', 'offered'])
    await expectLedgerBalanced(pool)
  })
})
