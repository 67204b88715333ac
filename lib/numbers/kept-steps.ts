import { once } from '#lib/db/once.ts'
import type { StepTally } from './step.sql.ts'

/** What this process has counted and not yet written, by day, office, service, step and detail. */
export function keptSteps(): Map<string, StepTally> {
  return once('step counts', () => new Map<string, StepTally>())
}
