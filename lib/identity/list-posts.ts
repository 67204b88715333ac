import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { Service } from '#lib/domain/service.ts'
import type { PostOffice } from './find-staff-session.ts'
import { selectOfficesWithin, selectWindows } from './staff-session.sql.ts'

export interface Post extends PostOffice {
  readonly windows: readonly { readonly name: string; readonly services: readonly Service[] }[]
}

/** The offices where somebody may work, with their windows in use. */
export async function listPosts(pool: Pool, actor: StaffActor): Promise<Post[]> {
  const offices = await selectOfficesWithin(pool, actor.grants)
  const windows = await Promise.all(offices.map(({ id }) => selectWindows(pool, id)))
  return offices.map((office, index) => ({ ...office, windows: windows[index] ?? [] }))
}
