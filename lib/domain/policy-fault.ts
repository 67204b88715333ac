import { type BookingPolicy, DEFAULT_POLICY } from './booking-policy.ts'
import { type DeadlineReading, USUAL_READING } from './cooling-off.ts'
import { faultOfValue, POLICY_KEYS, POLICY_NAMES, type ValueFault } from './policy-key.ts'

/** Why rules of booking cannot stand together. */
export interface PolicyFault {
  readonly key: keyof BookingPolicy
  readonly fault: ValueFault | 'cutoff-of-same-day' | 'horizon-before-lead'
}

const NAMES = POLICY_NAMES.filter((name): name is keyof BookingPolicy => name in DEFAULT_POLICY)

/**
 * What is wrong with the rules of an office as they come out together; nothing when they can be put in force. A place
 * that takes bookings for the same day cannot close them the day before.
 */
export function faultsOfPolicy(policy: BookingPolicy): readonly PolicyFault[] {
  const faults: PolicyFault[] = []
  for (const key of NAMES) {
    const fault = faultOfValue(POLICY_KEYS[key], policy[key] ?? null)
    // What was in force before the register is not overthrown by its upper end.
    if (fault && fault !== 'too-large') faults.push({ key, fault })
  }
  if (policy.minLeadDays === 0 && policy.cutoffPreviousDay !== undefined)
    faults.push({ key: 'cutoffPreviousDay', fault: 'cutoff-of-same-day' })
  if (policy.horizonDays < policy.minLeadDays)
    faults.push({ key: 'horizonDays', fault: 'horizon-before-lead' })
  return faults
}

/** A switch of the reading of the law that is neither on nor off. */
interface ReadingFault {
  readonly key: keyof DeadlineReading
  readonly fault: 'not-yes-or-no'
}

/** What is wrong with a reading of the law as its rules come out together. Civil Code art. 203. */
export function faultsOfReading(reading: Readonly<Record<string, unknown>>): readonly ReadingFault[] {
  const keys = Object.keys(USUAL_READING) as (keyof DeadlineReading)[]
  return keys
    .filter((key) => typeof reading[key] !== 'boolean')
    .map((key) => ({ key, fault: 'not-yes-or-no' }) as const)
}
