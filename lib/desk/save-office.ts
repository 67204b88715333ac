import { keepHorizon } from '#lib/booking/keep-horizon.ts'
import type { Pool } from '#lib/db/pool.ts'
import { editOffice } from '#lib/office/edit-office.ts'

/** Writes an office down (`editOffice`); when its last day changed, its slots follow at once. */
export async function saveOffice(
  pool: Pool,
  wish: Parameters<typeof editOffice>[1],
): ReturnType<typeof editOffice> {
  const edited = await editOffice(pool, wish)
  if (edited.ok && edited.value.closed_on) await keepHorizon(pool, wish.now, [wish.officeId])
  return edited
}
