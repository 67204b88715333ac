import type { BookingPolicy } from './booking-policy.ts'
import { isClockTime } from './clock.ts'
import { type DeadlineReading, USUAL_READING } from './cooling-off.ts'

/** Why rules of booking cannot stand together. */
export interface PolicyFault {
  readonly key: keyof BookingPolicy
  readonly fault: 'not-whole' | 'too-small' | 'no-clock-time' | 'cutoff-of-same-day' | 'horizon-before-lead'
}

// The least that makes sense; 0 switches off what may be switched off.
const LEAST = {
  horizonDays: 0,
  minLeadDays: 0,
  holdMinutes: 1,
  partnerHours: 1,
  mostMoves: 0,
  mostCancellations: 0,
  noShowLimit: 0,
  noShowWindowDays: 1,
  noShowBlockDays: 0,
  stillComingDays: 0,
  coolingMinutes: 0,
  offerHours: 1,
} as const satisfies Partial<Record<keyof BookingPolicy, number>>

const NUMBERS = Object.keys(LEAST) as (keyof typeof LEAST)[]
const TIMES = ['releaseTime', 'cutoffPreviousDay'] as const

/**
 * What is wrong with the rules of an office as they come out together; nothing when they can be put in force. A place
 * that takes bookings for the same day cannot close them the day before.
 */
export function faultsOfPolicy(policy: BookingPolicy): readonly PolicyFault[] {
  const faults: PolicyFault[] = []
  for (const key of NUMBERS) {
    if (!Number.isInteger(policy[key])) faults.push({ key, fault: 'not-whole' })
    else if (policy[key] < LEAST[key]) faults.push({ key, fault: 'too-small' })
  }
  for (const key of TIMES) {
    const time = policy[key]
    if (time !== undefined && !isClockTime(time)) faults.push({ key, fault: 'no-clock-time' })
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
