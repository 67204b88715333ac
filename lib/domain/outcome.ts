import { accept, type Result, refuse } from './refusal.ts'
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
export function needsReason(outcome: Outcome): outcome is 'not-accepted' | 'refused' {
  return outcome === 'not-accepted' || outcome === 'refused'
}

/** Outcomes that move the legal clock of a divorce. Civil Code art. 1077. */
export function movesCase(outcome: Outcome): boolean {
  return outcome === 'application-accepted' || outcome === 'certificate-issued' || outcome === 'withdrawn'
}

/**
 * Why an application was not accepted, or refused: what the law lets an office say no for. 婚姻登记条例 (2025), Civil Code
 * art. 1046-1051, 1076-1078.
 */
export const REJECTIONS = [
  'papers-missing',
  'one-of-two-absent',
  'identity-unclear',
  'not-voluntary',
  'under-age',
  'has-spouse',
  'prohibited-kin',
  'lacks-capacity',
  'no-agreement',
  'not-married-here',
  'office-not-competent',
  'outside-window',
  'other',
] as const
export type Rejection = (typeof REJECTIONS)[number]

/** What is kept of an outcome: numbers and codes, never a name. */
export interface OutcomeDetail {
  readonly rejection?: Rejection
  readonly documents?: readonly string[]
}

/** Numbers of certificates as they are printed: L330523-2026-000123. */
const DOCUMENT = /^[A-Z0-9][A-Z0-9-]{3,39}$/
const MOST_DOCUMENTS = 4

/** What nobody can do for the other. Civil Code art. 1049, 1076, 1077(2). */
const NEED_BOTH: Readonly<Partial<Record<Outcome, string>>> = {
  registered: '1049',
  'application-accepted': '1076',
  'certificate-issued': '1077(2)',
}

/** What is kept of an outcome, or why it cannot be that of this visit. */
export function decideOutcome(
  visit: { readonly service: Service; readonly present: number; readonly expected: number },
  typed: {
    readonly outcome: Outcome
    readonly rejection?: string | undefined
    readonly documents?: readonly string[] | undefined
  },
): Result<OutcomeDetail> {
  const { outcome } = typed
  if (!outcomesOf(visit.service).includes(outcome))
    return refuse('invalid-input', [{ path: 'outcome', reason: 'outcome-of-other-service' }])
  const article = NEED_BOTH[outcome]
  if (article && visit.present < visit.expected)
    return refuse('not-allowed', [{ path: 'outcome', reason: 'both-needed', article }])
  const rejection = REJECTIONS.find((one) => one === typed.rejection)
  if (needsReason(outcome) && !rejection)
    return refuse('invalid-input', [{ path: 'rejection', reason: 'required' }])
  const documents = (typed.documents ?? []).map((number) => number.trim().toUpperCase()).filter(Boolean)
  const wrong = documents.findIndex((number) => !DOCUMENT.test(number))
  if (wrong >= 0 || documents.length > MOST_DOCUMENTS)
    return refuse('invalid-input', [{ path: `documents.${Math.max(wrong, 0)}`, reason: 'document-number' }])
  return accept({
    ...(needsReason(outcome) && rejection ? { rejection } : {}),
    ...(documents.length > 0 ? { documents } : {}),
  })
}
