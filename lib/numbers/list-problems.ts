import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { monthPeriod, type NumbersPeriod } from '#lib/domain/numbers-period.ts'
import { mayForScope } from '#lib/domain/numbers-scope.ts'
import { type ListedProblem, listProblems as listed } from '#lib/domain/problem.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type Fix, readFixes } from './fix.sql.ts'
import { type OpenedScope, openScope } from './open-scope.ts'
import { findPlacedOffice } from './place.sql.ts'
import { namePapers, readProblems } from './problem.sql.ts'

/** As many as fit on a printed page. */
const MOST_LISTED = 25

export interface ProblemOfMonth extends ListedProblem {
  /** What a missing paper is called, where a checklist still knows it. */
  readonly paper: LocalizedText | undefined
  readonly fix: Fix | undefined
}

export interface ProblemList {
  readonly opened: OpenedScope
  readonly period: NumbersPeriod
  readonly problems: readonly ProblemOfMonth[]
  readonly mayNote: boolean
}

/** The most frequent problems of a place in a month, each with the fix that was noted. Refuses a month that has not begun. */
export async function listProblems(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly at: string
    /** YYYY-MM */
    readonly month: string
    readonly now: Date
  },
): Promise<Result<ProblemList>> {
  const opened = await openScope(pool, wish, 'see-numbers')
  if (!opened.ok) return opened
  const period = monthPeriod(wish.month, shanghaiToday(wish.now))
  if (!period) return refuse('not-found')
  const { scope, asked } = opened.value
  const problems = listed(await readProblems(pool, asked, period), MOST_LISTED)
  const fixes = await readFixes(pool, scope, period.name)
  const papers = await namePapers(
    pool,
    problems.flatMap(({ kind, code }) => (kind === 'missing' ? [code] : [])),
  )
  const office = scope.scope === 'office' ? await findPlacedOffice(pool, scope.scopeId) : undefined
  return accept({
    opened: opened.value,
    period,
    problems: problems.map((problem) => ({
      ...problem,
      paper: problem.kind === 'missing' ? papers.get(problem.code) : undefined,
      fix: fixes.find(({ kind, code }) => kind === problem.kind && code === problem.code),
    })),
    mayNote: mayForScope(wish.actor.grants, 'note-fix', scope, office),
  })
}
