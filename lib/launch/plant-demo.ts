import { oneAtATime } from '#lib/db/one-at-a-time.ts'
import { pool } from '#lib/db/pool.ts'

const plantingLock = 7_270_740

/**
 * Plants the demo world in a database without an office; returns whether it did. Another process may start at the
 * same moment on the same empty database: it waits, and then finds the world planted.
 */
export async function plantDemo(): Promise<boolean> {
  // PERF: from the second start on, the world's code need not even be loaded.
  const { rowCount } = await pool().query('SELECT FROM office LIMIT 1')
  if (rowCount) return false
  const { plantDemoWorld } = await import('#prisma/seed/plant-demo-world.ts')
  return oneAtATime(plantingLock, () => plantDemoWorld(new Date()))
}
