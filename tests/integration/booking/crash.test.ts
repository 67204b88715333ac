import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import { findResult } from '#lib/booking/find-result.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { bookingOf, couples } from './fixtures/couples.ts'
import { startOtherProcess } from './fixtures/other-process.ts'
import { plantSlots } from './fixtures/slots.ts'

const { pool, url } = await openTestDatabase()
const KILLS = 4
const LOAD = 240
const AT_ONCE = 40

describe('a process that is killed in the middle of a rush', () => {
  test('has lost no booking it acknowledged, left none half written, and every unknown outcome can be asked for', {
    timeout: 60_000,
  }, async () => {
    const slots = await plantSlots(pool, { count: 20, capacity: 1000 })
    let unknown = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const process = await startOtherProcess(url)
      const requests = couples(LOAD).map((couple, index) => bookingOf(couple, slots[index % 20] ?? slots[0]))
      const acknowledged = new Map<string, BookingAnswer>()
      // So many at a time: whenever it ends, some are on their way.
      const next = requests.values()
      const clients = Array.from({ length: AT_ONCE }, async () => {
        for (const request of next) {
          const result = await process.book(request)
          if (result.ok) acknowledged.set(request.key, result.value)
          if (acknowledged.size === 30 + kill * 40) await process.kill()
        }
      })
      await Promise.allSettled(clients)
      expect(acknowledged.size).toBeGreaterThan(0)
      expect(acknowledged.size).toBeLessThan(LOAD)
      const outcomes = await Promise.all(requests.map(({ actor, key }) => findResult(pool, actor, key)))
      // Whoever asks again with the same key hears what became of it, or books now.
      const again = await Promise.all(requests.map((request) => bookAppointment(pool, request)))
      for (const [index, outcome] of outcomes.entries()) {
        const answer = acknowledged.get(requests[index]?.key ?? '')
        if (answer) expect(outcome).toEqual({ ok: true, value: { operation: 'book', answer } })
        else unknown += outcome.ok ? 1 : 0
        if (outcome.ok) expect(again[index]).toEqual({ ok: true, value: outcome.value.answer })
        expect(again[index]).toMatchObject({ ok: true })
      }
      await expectLedgerBalanced(pool)
      await expectWholeBookings()
    }
    // Otherwise no kill fell between a commit and its answer, and the half of this test has proved nothing.
    expect(unknown).toBeGreaterThan(0)
  })
})

/** Every appointment has its two people, its record, its two messages and its result; none of these stands alone. */
async function expectWholeBookings(): Promise<void> {
  const { rows } = await pool.query(
    `WITH part AS (
       SELECT id::text AS id, 'appointment' AS kind FROM appointment
       UNION ALL SELECT appointment_id::text, 'party' FROM party
       UNION ALL SELECT subject_id, 'entry' FROM audit_entry
       UNION ALL SELECT appointment_id::text, 'message' FROM outbox_message
       UNION ALL SELECT appointment_id::text, 'result' FROM write_result)
     SELECT id, array_agg(kind ORDER BY kind) FROM part GROUP BY id
     HAVING array_agg(kind ORDER BY kind) <> '{appointment,entry,message,message,party,party,result}'`,
  )
  expect(rows).toEqual([])
}
