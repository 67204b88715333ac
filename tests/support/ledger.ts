import type { Pool } from 'pg'
import { expect } from 'vitest'
import { findUnbalancedSlots } from './find-unbalanced-slots.ts'

/** The ledger of every slot: its counters are exactly the rows that keep a seat in it. */
export async function expectLedgerBalanced(pool: Pool): Promise<void> {
  expect(await findUnbalancedSlots(pool), 'slots whose counters differ from their rows').toEqual([])
}
