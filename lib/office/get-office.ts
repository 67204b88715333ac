import { database } from '#lib/db/transaction.ts'
import { findOffice, type OfficeDetail } from './store.ts'

// What can be no id is not asked for: a NUL in an address would be an error of the database.
const OFFICE_ID = /^[\w-]{1,80}$/

/** One office with everything its page shows, or undefined. */
export function getOffice(id: string): Promise<OfficeDetail | undefined> {
  if (!OFFICE_ID.test(id)) return Promise.resolve(undefined)
  return findOffice(database(), id)
}
