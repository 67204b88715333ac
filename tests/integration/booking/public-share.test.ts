import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimSeats } from '#lib/booking/claim-seats.ts'
import { takeSeat } from '#lib/booking/take-seat.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { seatClaim } from './fixtures/claims.ts'
import { NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

describe('seats for the public and seats kept for the counter', () => {
  test('the public stops at its share; the counter takes the rest', async () => {
    const [slot] = await plantSlots(pool, { capacity: 10, publicCapacity: 6 })
    expect(await admitted(slot, Array(30).fill(true))).toBe(6)
    expect(await admitted(slot, Array(30).fill(false))).toBe(4)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 10, publicTaken: 6 })
    await expectLedgerBalanced(pool)
  })

  test('the counter may take every seat, also those of the public', async () => {
    const [slot] = await plantSlots(pool, { capacity: 10, publicCapacity: 6 })
    expect(await admitted(slot, Array(30).fill(false))).toBe(10)
    expect(await admitted(slot, [true])).toBe(0)
  })

  test('both at once never pass the whole, nor the public its share', async () => {
    const slots = await plantSlots(pool, { count: 30, capacity: 10, publicCapacity: 6 })
    await Promise.all(
      slots.map(async (slot, index) => {
        const wishes = Array.from({ length: 40 }, (_, place) => (place * 7 + index) % 3 > 0)
        expect(await admitted(slot, wishes)).toBe(10)
        expect((await readCounters(pool, slot)).publicTaken).toBeLessThanOrEqual(6)
      }),
    )
    await expectLedgerBalanced(pool)
  })

  test('within one statement each is admitted exactly as if they had come one after the other', async () => {
    const wishes = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 })
    const seats = fc.record({ capacity: fc.nat(12), share: fc.nat(12) })
    await fc.assert(
      fc.asyncProperty(wishes, seats, async (isPublic, { capacity, share }) => {
        const publicCapacity = Math.min(share, capacity)
        const [slot] = await plantSlots(pool, { capacity, publicCapacity })
        const claims = isPublic.map((pub) => seatClaim({ slot, pub }))
        const outcomes = await claimSeats(pool, claims, NOW)
        expect(outcomes.map(({ state }) => state)).toEqual(oneByOne(isPublic, capacity, publicCapacity))
      }),
      { numRuns: 60 },
    )
    await expectLedgerBalanced(pool)
  })
})

async function admitted(slot: number, isPublic: readonly boolean[]): Promise<number> {
  const outcomes = await Promise.all(isPublic.map((pub) => takeSeat(pool, seatClaim({ slot, pub }), NOW)))
  return outcomes.filter((outcome) => outcome?.state === 'admitted').length
}

function oneByOne(isPublic: readonly boolean[], capacity: number, publicCapacity: number): string[] {
  let [taken, publicTaken] = [0, 0]
  return isPublic.map((pub) => {
    if (taken === capacity || (pub && publicTaken === publicCapacity)) return 'full'
    taken += 1
    publicTaken += pub ? 1 : 0
    return 'admitted'
  })
}
