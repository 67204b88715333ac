import { database } from '#lib/db/transaction.ts'
import { findOffice, type OfficeDetail } from './store.ts'

/** One office with everything its page shows, or undefined. */
export function getOffice(id: string): Promise<OfficeDetail | undefined> {
  return findOffice(database(), id)
}
