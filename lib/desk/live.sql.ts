import { type Hearing, listen } from '#lib/db/listen.ts'
import type { Queryable } from './store.ts'

/** Of which office something changed, for the whole process; nothing when news may have been lost. */
export function hearDesks(): Hearing {
  return listen('desk')
}

/** Tells the screens of an office of a change that is none of its tickets. */
export async function tellDesk(database: Queryable, officeId: string): Promise<void> {
  await database.query(`SELECT pg_notify('desk', $1)`, [officeId])
}
