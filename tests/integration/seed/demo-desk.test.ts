import { beforeAll, describe, expect, test } from 'vitest'
import { plantDemoWorld } from '#prisma/seed/plant-demo-world.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()

beforeAll(async () => {
  await plantDemoWorld(new Date('2026-11-22T12:00:00+08:00'))
})

async function column(query: string, values: unknown[] = []): Promise<unknown[]> {
  return (await pool.query({ text: query, values, rowMode: 'array' })).rows.flat()
}

describe('the desk of today', () => {
  test.each(['guangming', 'anji'])('is at work at %s, on a Sunday too', async (officeId) => {
    const { rows } = await pool.query(
      `SELECT state, count(*)::int AS tickets FROM ticket WHERE office_id = $1 GROUP BY state ORDER BY state`,
      [officeId],
    )
    expect(rows).toEqual([
      { state: 'called', tickets: 1 },
      { state: 'done', tickets: 3 },
      { state: 'serving', tickets: 2 },
      { state: 'waiting', tickets: 6 },
    ])
    const half = await column('SELECT id FROM ticket WHERE office_id = $1 AND present < expected', [officeId])
    expect(half).toHaveLength(1)
    const [late] = await column(
      `SELECT count(*)::int FROM appointment a JOIN slot s ON s.id = a.slot_id
       WHERE a.office_id = $1 AND s.date = '2026-11-22' AND a.status = 'confirmed' AND s.start_time < '12:00'
         AND NOT EXISTS (SELECT FROM ticket t WHERE t.appointment_id = a.id)`,
      [officeId],
    )
    expect(late).toBe(1)
  })

  test('offers the public nothing on that day', async () => {
    expect(await column(`SELECT id FROM slot WHERE date = '2026-11-22' AND public_capacity > 0`)).toEqual([])
  })
})
