import type { Service } from './service.ts'

/** How a visit ended, as far as an appointment service may know: the register itself is kept by the national system. */
export const OUTCOMES = [
  'registered',
  'application-accepted',
  'certificate-issued',
  'withdrawn',
  'reissued',
  'held',
  'attended',
  'not-accepted',
  'refused',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What can come of a service. Counselling is confidential: that somebody came is all that is kept. */
const OUTCOMES_OF: Readonly<Record<Service, readonly Outcome[]>> = {
  MARRIAGE: ['registered', 'not-accepted', 'refused'],
  DIVORCE_APPLICATION: ['application-accepted', 'not-accepted'],
  DIVORCE_CERTIFICATE: ['certificate-issued', 'withdrawn', 'not-accepted', 'refused'],
  REISSUE_MARRIAGE: ['reissued', 'not-accepted'],
  REISSUE_DIVORCE: ['reissued', 'not-accepted'],
  COUNSELLING: ['attended'],
  CEREMONY: ['held'],
}

export function outcomesOf(service: Service): readonly Outcome[] {
  return OUTCOMES_OF[service]
}

/** Outcomes that need a reason on the record; on request the people get it in writing. 婚姻登记条例 (2025). */
export function needsReason(outcome: Outcome): boolean {
  return outcome === 'not-accepted' || outcome === 'refused'
}
