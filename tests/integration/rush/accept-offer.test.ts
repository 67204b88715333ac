import { expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findHold } from '#lib/booking/find-hold.ts'
import { holdSeat } from '#lib/booking/hold-seat.ts'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { offerReturnedSeats } from '#lib/rush/offer-returned-seats.ts'
import { accepted, agreedCouple, cancel, confirm } from '#tests/integration/booking/fixtures/booked.ts'
import { bookingOf, couple } from '#tests/integration/booking/fixtures/couples.ts'
import { minutesLater, plantSlots, readCounters } from '#tests/integration/booking/fixtures/slots.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { throughLine } from '#tests/support/through-line.ts'
import { accept, coupleInLine, decline, type InLine, keptSeats, statusOf } from './fixtures/line.ts'

const { pool } = await openTestDatabase()
const OFFERED = minutesLater(DEFAULT_POLICY.coolingMinutes)

async function coupleWithOffer(capacity = 1): Promise<{ slot: number; other: number; one: InLine }> {
  const [slot, other = 0] = await plantSlots(pool, { count: 2, capacity })
  const holders = await agreedCouple(pool, slot)
  const one = await coupleInLine(pool, slot)
  await cancel(pool, holders, holders.first)
  await offerReturnedSeats(pool, OFFERED)
  return { slot, other, one }
}

test('an accepted offer is an appointment like any other, which the partner agrees to', async () => {
  const { slot, one } = await coupleWithOffer()
  const { code, partnerCode = '', status } = accepted(await accept(pool, one, OFFERED))
  expect(status).toBe('awaiting-partner')
  expect(await statusOf(pool, one)).toBe('booked')
  expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, appointments: 1, holds: 0 })
  expect(await keptSeats(pool, slot)).toEqual([])
  const booked = { ...one, code, partnerCode }
  expect(await confirm(pool, booked, one.second, { now: OFFERED })).toMatchObject({ ok: true })
  await expectLedgerBalanced(pool)
})

test('pressed by many at once, it is one appointment, and all hear the same', async () => {
  const { slot, one } = await coupleWithOffer()
  const answers = await Promise.all(Array.from({ length: 6 }, () => accept(pool, one, OFFERED)))
  const codes = answers.flatMap((answer) => (answer.ok ? [answer.value.code] : []))
  expect(codes.length).toBeGreaterThan(0)
  expect(new Set(codes).size).toBe(1)
  for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe('hold-expired')
  expect(await readCounters(pool, slot)).toMatchObject({ taken: 1, appointments: 1, holds: 0 })
  expect(await statusOf(pool, one)).toBe('booked')
  await expectLedgerBalanced(pool)
})

test('accepted, declined and run out in the same moment, the seat is nobody’s twice', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { slot, one } = await coupleWithOffer()
    const end = (await keptSeats(pool, slot))[0]?.offerUntil ?? OFFERED
    await Promise.all([
      accept(pool, one, new Date(end.getTime() - 1)),
      decline(pool, one, OFFERED),
      offerReturnedSeats(pool, end),
    ])
    const { taken, appointments } = await readCounters(pool, slot)
    expect(taken).toBe(appointments)
    await expectLedgerBalanced(pool)
  }
})

test('only the one who joined can accept, and nobody accepts what is not offered', async () => {
  const { slot, one } = await coupleWithOffer()
  const waiting = await coupleInLine(pool, slot)
  const byPartner = { ...one, first: one.second }
  expect(await accept(pool, byPartner, OFFERED)).toMatchObject({ reason: 'not-found' })
  expect(await accept(pool, { ...one, first: waiting.first }, OFFERED)).toMatchObject({ reason: 'not-found' })
  expect(await accept(pool, waiting, OFFERED)).toMatchObject({ reason: 'hold-expired' })
  expect(await decline(pool, byPartner, OFFERED)).toMatchObject({ reason: 'not-found' })
})

test('a seat held for another time is given back', async () => {
  const { other, one } = await coupleWithOffer()
  const personId = one.first.actor.id
  accepted(await holdSeat(pool, { personId, slotId: other, service: 'MARRIAGE', now: OFFERED }))
  accepted(await accept(pool, one, OFFERED))
  expect(await readCounters(pool, other)).toMatchObject({ taken: 0, holds: 0 })
  await expectLedgerBalanced(pool)
})

test('when the booking is refused the offer stands; once the reason is known it goes on', async () => {
  const { slot, other, one } = await coupleWithOffer()
  const withAnother = { first: one.second, second: couple().first }
  const { first, second } = withAnother
  const mate = second.party.sex === first.party.sex ? couple().second : second
  accepted(await bookAppointment(pool, bookingOf({ first, second: mate }, other, { now: OFFERED })))
  expect(await accept(pool, one, OFFERED)).toMatchObject({ reason: 'already-booked' })
  expect(await keptSeats(pool, slot)).toMatchObject([{ entryId: one.entryId }])
  await expectLedgerBalanced(pool)
  await offerReturnedSeats(pool, OFFERED)
  expect(await statusOf(pool, one)).toBe('booked')
  expect(await readCounters(pool, slot)).toMatchObject({ taken: 0 })
  await expectLedgerBalanced(pool)
})

test('when the process ends between hold and booking, the hold runs out and the couple stands in line again', async () => {
  const { slot, one } = await coupleWithOffer()
  const isClaim = (statement: unknown) => (statement as { name?: string }).name === 'claim-seats'
  const broken = throughLine(pool, (ask) => (statement, values) => {
    return isClaim(statement) ? Promise.reject(new Error('gone')) : ask(statement, values)
  })
  await expect(accept(broken, one, OFFERED)).rejects.toThrow('gone')
  expect(await findHold(pool, one.first.actor.id, OFFERED)).toMatchObject({ slotId: slot })
  await offerReturnedSeats(pool, OFFERED)
  expect(await statusOf(pool, one)).toBe('offered')
  await expectLedgerBalanced(pool)
  await offerReturnedSeats(pool, new Date(OFFERED.getTime() + DEFAULT_POLICY.holdMinutes * 60_000))
  expect(await statusOf(pool, one)).toBe('waiting')
  expect(await readCounters(pool, slot)).toMatchObject({ taken: 0, holds: 0 })
  await expectLedgerBalanced(pool)
})
