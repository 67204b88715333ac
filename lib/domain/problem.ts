import { CANCEL_REASONS } from './cancel-reason.ts'
import { REJECTIONS } from './outcome.ts'
import { REFUSAL_REASONS } from './refusal.ts'
import { SERVICE_FACTS, SERVICES, type Service } from './service.ts'
import { type ShownCount, shownCount } from './small-count.ts'

/** Where problems are met: at booking, before the visit, at the desk, in what people thought of it. */
export const PROBLEM_KINDS = ['refused', 'ended', 'rejected', 'missing', 'low-rating'] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** Why an appointment came to nothing, beyond the reasons that people give themselves. */
const ENDED_BY = [
  'partner-declined',
  'partner-did-not-answer',
  'not-coming',
  'case-closed',
  'pass-unused',
  'dates-corrected',
] as const

/** What low ratings are counted by: the service, where that tells nothing about anybody. */
export const QUIET_SERVICES = 'QUIET'

export interface Problem {
  readonly kind: ProblemKind
  readonly code: string
  readonly count: number
}

/** A problem as it stands in the list of a month, with what was done about it. */
export interface ListedProblem {
  readonly kind: ProblemKind
  readonly code: string
  readonly count: ShownCount
}

/** The most frequent problems, each only by what the house has words for; what else there is counts as `other`. */
export function listProblems(found: readonly Problem[], most: number): ListedProblem[] {
  const counts = new Map<string, Problem>()
  for (const problem of found) {
    const code = knownCode(problem)
    const key = `${problem.kind} ${code}`
    const before = counts.get(key)?.count ?? 0
    counts.set(key, { kind: problem.kind, code, count: before + problem.count })
  }
  return [...counts.values()]
    .sort(
      (one, other) =>
        other.count - one.count || one.kind.localeCompare(other.kind) || one.code.localeCompare(other.code),
    )
    .slice(0, most)
    .map((problem) => ({ ...problem, count: shownCount(problem.count) }))
}

const CODES: Readonly<Record<Exclude<ProblemKind, 'missing' | 'low-rating'>, readonly string[]>> = {
  refused: REFUSAL_REASONS,
  ended: [...CANCEL_REASONS, ...ENDED_BY],
  rejected: REJECTIONS,
}

function knownCode({ kind, code }: Problem): string {
  // Papers are named by the dated checklists, which are asked for their words.
  if (kind === 'missing') return code
  if (kind === 'low-rating') return ratedCode(code)
  return CODES[kind].includes(code) ? code : 'other'
}

function ratedCode(code: string): string {
  const service: Service | undefined = SERVICES.find((one) => one === code)
  return service && SERVICE_FACTS[service].mood === 'warm' ? service : QUIET_SERVICES
}
