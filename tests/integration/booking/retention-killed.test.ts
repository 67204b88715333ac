import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { anonymiseOldAppointments } from '#lib/booking/anonymise-old-appointments.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dump, tablesWith } from './fixtures/dump.ts'
import { live, NIGHT } from './fixtures/life.ts'
import { NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

test('killed at any step, the next night brings it to the same end; a thousand appointments go in batches', async () => {
  const [slot] = await plantSlots(pool, { capacity: 2000 })
  const { secrets } = await live(pool, slot)
  await pool.query(
    `INSERT INTO appointment (id, code, office_id, slot_id, service, status, pool, created_at)
     SELECT gen_random_uuid(), lpad(n::text, 10, '0'), 'office', $1, 'MARRIAGE', 'attended', 'public', $2 FROM generate_series(1, 1100) n`,
    [slot, NOW],
  )
  for (let step = 1; step < 60; step += 1) {
    const outcome = await anonymiseOldAppointments(dyingAt(step), NIGHT).catch(() => 'killed')
    if (outcome !== 'killed') break
    const { rows } = await pool.query(
      `SELECT count(*)::int AS half FROM appointment a JOIN party p ON p.appointment_id = a.id
       WHERE (a.anonymised_at IS NULL) = (length(p.sealed) = 0)`,
    )
    expect(rows, 'appointments done by half').toEqual([{ half: 0 }])
  }
  expect(tablesWith(await dump(pool), secrets)).toEqual([])
  const { rows } = await pool.query(
    `SELECT count(*)::int AS left, (SELECT count(*)::int FROM audit_entry WHERE act = 'appointment-anonymised') AS told
     FROM appointment WHERE anonymised_at IS NULL`,
  )
  expect(rows).toEqual([{ left: 0, told: 1101 }])
})

/** A database whose process dies before the so-manieth statement. */
function dyingAt(step: number): Pool {
  let left = step
  const query = (...wish: Parameters<Pool['query']>) => {
    left -= 1
    if (left <= 0) throw new Error('killed')
    return pool.query(...wish)
  }
  return { query } as unknown as Pool
}
