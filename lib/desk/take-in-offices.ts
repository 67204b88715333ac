import { keepHorizon } from '#lib/booking/keep-horizon.ts'
import type { Pool } from '#lib/db/pool.ts'
import { importOffices } from '#lib/office/import-offices.ts'

/** Imports a file of offices (`importOffices`); the slots of those whose last day changed follow at once. */
export async function takeInOffices(
  pool: Pool,
  wish: Parameters<typeof importOffices>[1],
): ReturnType<typeof importOffices> {
  const imported = await importOffices(pool, wish)
  if (imported.ok && imported.value.closing.length > 0)
    await keepHorizon(pool, wish.now, imported.value.closing)
  return imported
}
