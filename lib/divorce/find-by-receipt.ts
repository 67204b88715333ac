import type { Pool } from '#lib/db/pool.ts'
import { type CaseRecord, findCaseByReceipt } from './store.ts'

/** The case of a receipt of an office, or undefined; what stands around the number does not count. */
export function findByReceipt(
  pool: Pool,
  { officeId, receiptNumber }: { readonly officeId: string; readonly receiptNumber: string },
): Promise<CaseRecord | undefined> {
  return findCaseByReceipt(pool, officeId, receiptNumber.trim())
}
