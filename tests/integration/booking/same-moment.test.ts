import { describe, expect, test } from 'vitest'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
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
import { minutesLater, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const ROUNDS = 25
const DEADLINE = minutesLater(24 * 60)
const JUST_BEFORE = { now: new Date(DEADLINE.getTime() - 1) }

type Act = (booked: Booked, otherSlot: number) => Promise<{ readonly ok: boolean } | number>

const ACTS: Readonly<Record<string, Act>> = {
  confirmed: (booked) => confirm(pool, booked, booked.second, JUST_BEFORE),
  declined: (booked) => decline(pool, booked, booked.second, JUST_BEFORE),
  cancelled: (booked) => cancel(pool, booked, booked.first, JUST_BEFORE),
  expired: () => settleOverdue(pool, DEADLINE),
}
const PAIRS = [
  ['confirmed', 'declined'],
  ['confirmed', 'cancelled'],
  ['confirmed', 'expired'],
  ['declined', 'cancelled'],
  ['declined', 'expired'],
  ['cancelled', 'expired'],
] as const

describe('two things done to one waiting appointment at the same moment', () => {
  test.each(PAIRS)('%s and %s: it ends as one of the two, and the counters are right', async (one, other) => {
    const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: ROUNDS })
    for (let round = 0; round < ROUNDS; round += 1) {
      const booked = await waitingCouple(pool, slot)
      const order = round % 2 === 0 ? [one, other] : [other, one]
      const results = await Promise.all(order.map((act) => ACTS[act]?.(booked, otherSlot)))
      const done = order.filter((_, index) => wasDone(results[index]))
      const status = await statusOf(booked)
      // Cancelling what has just been confirmed is in order: then both were done, one after the other.
      if (done.length === 2)
        expect([done.toSorted(), status]).toEqual([['cancelled', 'confirmed'], 'cancelled'])
      else expect(done).toEqual([status])
    }
    await expectLedgerBalanced(pool)
  })

  test('all four at once: one of them, and the seat is counted once', async () => {
    const [slot] = await plantSlots(pool, { capacity: ROUNDS })
    for (let round = 0; round < ROUNDS; round += 1) {
      const booked = await waitingCouple(pool, slot)
      await Promise.all(Object.values(ACTS).map((act) => act(booked, slot)))
      const { status, acts } = await recordOf(booked)
      expect(acts.at(-1)).toBe(`appointment-${status}`)
    }
    await expectLedgerBalanced(pool)
  })

  test('ten times the same cancellation with ten keys: one of them does it', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await agreedCouple(pool, slot)
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        cancel(pool, booked, index % 2 ? booked.first : booked.second),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0 })
  })

  test('both move it, to two different times: the seat that was not got is not kept', async () => {
    const [slot, ...others] = await plantSlots(pool, { count: 3, capacity: ROUNDS })
    for (let round = 0; round < ROUNDS; round += 1) {
      const booked = await agreedCouple(pool, slot)
      await Promise.all([
        move(pool, booked, booked.first, others[0] ?? 0),
        move(pool, booked, booked.second, others[1] ?? 0),
      ])
      await expectLedgerBalanced(pool)
      accepted(await cancel(pool, booked, booked.first))
    }
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0 })
    await expectLedgerBalanced(pool)
  })
})

function wasDone(result: { readonly ok: boolean } | number | undefined): boolean {
  return typeof result === 'number' ? result > 0 : result?.ok === true
}

async function statusOf(booked: Booked): Promise<string> {
  return (await recordOf(booked)).status
}

async function recordOf({ code }: Booked): Promise<{ status: string; acts: string[] }> {
  const { rows } = await pool.query<{ status: string; acts: string[] }>(
    `SELECT status, ARRAY(SELECT act FROM audit_entry e WHERE e.subject_id = a.id::text ORDER BY e.id) AS acts
     FROM appointment a WHERE code = $1`,
    [code],
  )
  if (!rows[0]) throw new Error(`no appointment ${code}`)
  return rows[0]
}
