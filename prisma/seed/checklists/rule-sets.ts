import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { DIVORCE_RULE_SETS } from './divorce.ts'
import { FAMILY_SERVICE_RULE_SETS } from './family-services.ts'
import { MARRIAGE_RULE_SETS } from './marriage.ts'
import { REISSUE_RULE_SETS } from './reissue.ts'

/** Every national checklist, present and past. */
export const CHECKLIST_RULE_SETS: readonly ChecklistRuleSet[] = [
  ...MARRIAGE_RULE_SETS,
  ...DIVORCE_RULE_SETS,
  ...REISSUE_RULE_SETS,
  ...FAMILY_SERVICE_RULE_SETS,
]
