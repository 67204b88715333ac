import { database } from '#lib/db/transaction.ts'
import { handDownTo } from './hand-down-to.ts'
import { loadHandedValues } from './load-handed-values.ts'
import { findOffice, type OfficeDetail } from './store.ts'

// What can be no id is not asked for: a NUL in an address would be an error of the database.
const OFFICE_ID = /^[\w-]{1,80}$/

/** One office with everything its page shows, what is handed down to it included; undefined where there is none. */
export async function getOffice(id: string): Promise<OfficeDetail | undefined> {
  if (!OFFICE_ID.test(id)) return undefined
  const [office, handed] = await Promise.all([findOffice(database(), id), loadHandedValues()])
  return office && handDownTo(office, handed)
}
