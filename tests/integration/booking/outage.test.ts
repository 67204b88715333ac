import type { Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import { takeSeat } from '#lib/booking/take-seat.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { throughLine } from '#tests/support/through-line.ts'
import { seatClaim } from './fixtures/claims.ts'
import { NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const COUNT = 50

describe('a database that fails', () => {
  test('before it has done anything: the batch is tried once more, and everybody is seated', async () => {
    const [slot] = await plantSlots(pool, { capacity: COUNT })
    const failing = poolThat({ failsBefore: 1 })
    expect(await statesOf(failing.pool, slot)).toEqual({ admitted: COUNT })
    expect(failing.asked()).toBeLessThanOrEqual(3)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: COUNT })
  })

  test('after the commit, when only the answer is lost: nobody is seated twice, and all are told what they have', async () => {
    const [slot] = await plantSlots(pool, { capacity: COUNT * 2 })
    const failing = poolThat({ failsAfter: 1 })
    const states = await statesOf(failing.pool, slot)
    expect((states.known ?? 0) + (states.admitted ?? 0)).toBe(COUNT)
    expect(states.known).toBeGreaterThan(0)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: COUNT, appointments: COUNT })
    await expectLedgerBalanced(pool)
  })

  test('for good: all hear of it at once, and it is not asked by each of them in turn', async () => {
    const [slot] = await plantSlots(pool, { capacity: COUNT })
    const failing = poolThat({ failsBefore: Number.POSITIVE_INFINITY })
    expect(await statesOf(failing.pool, slot)).toEqual({ 'read ECONNRESET': COUNT })
    expect(failing.asked()).toBeLessThanOrEqual(4)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0 })
  })
})

async function statesOf(failing: Pool, slot: number): Promise<Record<string, number>> {
  const told = await Promise.all(
    Array.from({ length: COUNT }, () =>
      (takeSeat(failing, seatClaim({ slot }), NOW) ?? Promise.reject(new Error('overloaded'))).then(
        ({ state }) => state,
        (fault: Error) => fault.message,
      ),
    ),
  )
  return Object.fromEntries(
    [...Map.groupBy(told, (state) => state)].map(([state, each]) => [state, each.length]),
  )
}

/** The pool, with a line to the database that breaks so many times, before a statement is sent or before its answer. */
function poolThat({ failsBefore = 0, failsAfter = 0 }) {
  let asked = 0
  let [before, after] = [failsBefore, failsAfter]
  const breaking = throughLine(pool, (ask) => async (...statement) => {
    asked += 1
    before -= 1
    if (before >= 0) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    const answer = await ask(...statement)
    after -= 1
    if (after >= 0) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    return answer
  })
  return { pool: breaking, asked: () => asked }
}
