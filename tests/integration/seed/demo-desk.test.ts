import { beforeAll, describe, expect, test } from 'vitest'
import { exportOffices } from '#lib/office/export-offices.ts'
import { previewOffices } from '#lib/office/preview-offices.ts'
import { plantDemoWorld } from '#prisma/seed/plant-demo-world.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { staffOf } from '../desk/fixtures/desk.ts'

const NOW = new Date('2026-11-22T12:00:00+08:00')
const { pool } = await openTestDatabase()

beforeAll(async () => {
  await plantDemoWorld(NOW)
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

test('every office is as an import would have it: what is exported can be sent again', async () => {
  const grants = [{ role: 'province-admin', scope: 'national', scopeId: 'CN' }] as const
  const actor = { ...staffOf('guangming'), grants }
  const file = new TextEncoder().encode(accepted(await exportOffices(pool, { actor, code: undefined })))
  const { verdicts } = accepted(await previewOffices(pool, { actor, file, now: NOW }))
  expect(verdicts.length).toBeGreaterThan(20)
  expect(verdicts.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
})
