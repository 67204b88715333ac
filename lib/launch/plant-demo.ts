import { oneAtATime } from '#lib/db/one-at-a-time.ts'

const plantingLock = 7_270_740

/**
 * Plants the demo world in a database without an office; returns whether it did. Another process may start at the
 * same moment on the same empty database: it waits, and then finds the world planted.
 */
export async function plantDemo(): Promise<boolean> {
  const { plantDemoWorld } = await import('#prisma/seed/plant-demo-world.ts')
  return oneAtATime(plantingLock, () => plantDemoWorld(new Date()))
}
