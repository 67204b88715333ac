import { database } from '#lib/db/transaction.ts'
import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { keepFresh } from '#lib/office/keep-fresh.ts'
import { findRuleSets } from './store.ts'

/** Every checklist, present and past. Kept for a minute. */
export function listRuleSets(now: Date): Promise<ChecklistRuleSet[]> {
  return keepFresh('checklist rule sets', now, () => findRuleSets(database()))
}
