import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type BookingRequest, bookAppointment } from '#lib/booking/book-appointment.ts'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import { findResult } from '#lib/booking/find-result.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { bookingOf, couple, couples } from './fixtures/couples.ts'
import { startOtherProcess } from './fixtures/other-process.ts'
import { minutesLater, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool, url } = await openTestDatabase()

describe('a request that comes again with the same key', () => {
  test('10,000 requests, fifty of each and a tenth of them to another process, make 200 bookings', async () => {
    const slots = await plantSlots(pool, { count: 20, capacity: 200 })
    const other = await startOtherProcess(url)
    const requests = couples(200).map((each, index) => bookingOf(each, slots[index % 20] ?? slots[0]))
    const tries = shuffled(Array.from({ length: 50 }, () => requests).flat())
    const codes = new Map(requests.map(({ key }) => [key, new Set<string>()]))
    for (let from = 0; from < tries.length; from += 2500) {
      await Promise.all(
        tries.slice(from, from + 2500).map(async (request, index) => {
          const answer = await (index % 10 === 0 ? other.book(request) : bookAppointment(pool, request))
          codes.get(request.key)?.add(codeOf(answer))
        }),
      )
    }
    expect([...codes.values()].map((each) => each.size)).toEqual(Array(200).fill(1))
    const { rows } = await pool.query('SELECT code FROM appointment')
    expect(new Set(rows.map((row) => row.code))).toEqual(
      new Set([...codes.values()].flatMap((each) => [...each])),
    )
    expect(rows).toHaveLength(200)
    await expectLedgerBalanced(pool)
  })

  test('hears the very same answer, partner code included', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    const request = bookingOf(couple(), slot)
    const first = await bookAppointment(pool, request)
    const again = await bookAppointment(pool, { ...request, now: minutesLater(3) })
    expect(again).toEqual(first)
    expect(again).toMatchObject({ value: { partnerCode: expect.stringMatching(/^[A-Z2-9]{8}$/) } })
    expect(await findResult(pool, request.actor, request.key)).toEqual({
      ok: true,
      value: { operation: 'book', answer: first.ok ? first.value : undefined },
    })
  })

  test('hears its answer also when the slot has filled up meanwhile', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const request = bookingOf(couple(), slot)
    const first = await bookAppointment(pool, request)
    expect(await bookAppointment(pool, bookingOf(couple(), slot))).toMatchObject({ reason: 'slot-full' })
    expect(await bookAppointment(pool, request)).toEqual(first)
  })

  test('hears its answer also when the cut-off has passed meanwhile', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const request = bookingOf(couple(), slot)
    const first = await bookAppointment(pool, request)
    const late = { ...request, now: new Date('2026-11-30T15:00:01+08:00') }
    expect(await bookAppointment(pool, late)).toEqual(first)
  })

  test.each<[string, (request: BookingRequest, otherSlot: number) => BookingRequest['input']]>([
    ['another slot', ({ input }, slotId) => ({ ...input, slotId })],
    ['another service', ({ input }) => ({ ...input, service: 'CEREMONY' })],
    [
      'another person',
      ({ input }) => ({ ...input, parties: [...input.parties.slice(0, 1), couple().second.party] }),
    ],
    [
      'another phone',
      ({ input }) => ({
        ...input,
        parties: input.parties.map((party) => ({ ...party, phone: '13900000009' })),
      }),
    ],
    ['input that is refused anyway', ({ input }) => ({ ...input, parties: input.parties.slice(0, 1) })],
  ])('is refused with %s: a key stands for one request', async (_, alter) => {
    const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: 5 })
    const request = bookingOf(couple(), slot)
    await bookAppointment(pool, request)
    const altered = { ...request, input: alter(request, otherSlot) }
    expect(await bookAppointment(pool, altered)).toEqual({ ok: false, reason: 'idempotency-mismatch' })
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 1 })
    expect(await readCounters(pool, otherSlot)).toMatchObject({ taken: 0 })
  })

  test('after a refusal is a new try: nothing was written', async () => {
    const [slot, freeSlot = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    await bookAppointment(pool, bookingOf(couple(), slot))
    const request = bookingOf(couple(), slot)
    expect(await bookAppointment(pool, request)).toMatchObject({ reason: 'slot-full' })
    expect(await findResult(pool, request.actor, request.key)).toMatchObject({ reason: 'not-found' })
    const elsewhere = { ...request, input: { ...request.input, slotId: freeSlot } }
    expect(await bookAppointment(pool, elsewhere)).toMatchObject({ ok: true })
  })

  test('of somebody else is another key: nobody hears another’s answer', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    const key = randomUUID()
    const [one, two] = [couple(), couple()]
    const first = await bookAppointment(pool, bookingOf(one, slot, { key }))
    const second = await bookAppointment(pool, bookingOf(two, slot, { key }))
    expect(codeOf(second)).not.toBe(codeOf(first))
    const stranger = couple().first.actor
    expect(await findResult(pool, stranger, key)).toMatchObject({ reason: 'not-found' })
  })
})

function codeOf(answer: Result<BookingAnswer>): string {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`)
  return answer.value.code
}

/** The same disorder in every run. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item, index) => ({ item, place: (index * 7919) % items.length }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
