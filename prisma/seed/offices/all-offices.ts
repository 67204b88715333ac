import { ANJI } from './anji.ts'
import { CHENGDU } from './chengdu.ts'
import { GUANGMING_CENTRE } from './guangming.ts'
import { GUANGMING_COMMUNITIES } from './guangming-communities.ts'
import { GUANGMING_STREETS } from './guangming-streets.ts'
import type { OfficePlan } from './office-plan.ts'
import { SHAANXI } from './shaanxi.ts'

/** Every office of the demo world; a parent always stands before its children. */
export const OFFICES: readonly OfficePlan[] = [
  ...ANJI,
  GUANGMING_CENTRE,
  ...GUANGMING_STREETS,
  ...GUANGMING_COMMUNITIES,
  ...CHENGDU,
  ...SHAANXI,
]
