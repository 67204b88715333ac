import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import type { PlaceFault } from './faults-of-rules.ts'

/** The refusal of rules that would no longer stand together, each place with its first fault. */
export function refuseFaults(faults: readonly PlaceFault[]): Refusal {
  return refuse(
    'invalid-input',
    faults.map(({ key, fault, place: { scope, scopeId } }) => ({
      path: `rules.${scope}.${scopeId}.${key}`,
      reason: fault,
    })),
  )
}
