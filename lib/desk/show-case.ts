import { noteView } from '#lib/audit/note-view.ts'
import { findKeptSeat, type KeptTime } from '#lib/booking/find-kept-seat.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type DivorceCase, getCase } from '#lib/divorce/get-case.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type DivorceStage, divorceStageOn } from '#lib/domain/cooling-off.ts'
import { decideCaseAct } from '#lib/domain/divorce-case.ts'
import { type CaseStepDate, explainCase } from '#lib/domain/explain-case.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { readCase } from './cases.sql.ts'
import { refuseAtOffice } from './refuse-at-office.ts'
import { type CaseStep, readCaseSteps } from './steps.sql.ts'
import { type CaseView, viewCaseRow } from './view-case-row.ts'

/** What can be done about a case at the desk. */
const DESK_ACTS = ['issue-certificate', 'withdraw-application', 'correct-receipt'] as const
export type DeskAct = (typeof DESK_ACTS)[number]

/** A case with everything its page at the desk shows; its people masked. */
export interface ShownCase {
  readonly found: DivorceCase
  readonly view: CaseView
  readonly stage: DivorceStage
  readonly calendar: Calendar
  readonly steps: readonly CaseStepDate[]
  readonly kept: KeptTime | undefined
  /** What may be done today by this clerk, and why the rest may not. */
  readonly acts: readonly { readonly act: DeskAct; readonly refusal: Refusal | undefined }[]
  readonly record: readonly CaseStep[]
}

const MOST_STEPS = 100

/**
 * A case for whoever works in the office that accepted it: its dates with their reasons, what may be done today, and what
 * was done. That somebody looked goes on the record.
 */
export async function showCase(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly caseId: string; readonly at: string; readonly now: Date },
): Promise<Result<ShownCase>> {
  const { actor, caseId, at, now } = wish
  const found = await getCase(pool, caseId)
  if (!found) return refuse('not-found')
  const { officeId, deadlines } = found
  const refusal = await refuseAtOffice(actor, 'see-cases', officeId)
  if (refusal) return refusal
  await noteView(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'case-viewed',
    subjectKind: 'case',
    subjectId: caseId,
    officeId,
  })
  const day = shanghaiToday(now)
  const window = {
    officeId,
    service: 'DIVORCE_CERTIFICATE',
    from: found.acceptedOn,
    until: deadlines.certWindowEnd,
  } as const
  const [calendar, row, kept, record] = await Promise.all([
    loadOfficeCalendar(pool, window, now),
    readCase(pool, caseId),
    findKeptSeat(pool, caseId),
    readCaseSteps(pool, caseId, MOST_STEPS),
  ])
  if (!row) return refuse('not-found')
  const acts = await Promise.all(
    DESK_ACTS.map(async (act) => ({
      act,
      refusal: (await refuseAtOffice(actor, act, officeId, at)) ?? refuseByLaw(found, act, { day, calendar }),
    })),
  )
  return accept({
    found,
    view: viewCaseRow(row),
    stage: divorceStageOn(deadlines, day),
    calendar,
    steps: explainCase(calendar, found, found.reading),
    kept,
    acts,
    record,
  })
}

function refuseByLaw(
  found: DivorceCase,
  act: DeskAct,
  on: Parameters<typeof decideCaseAct>[2],
): Refusal | undefined {
  if (act === 'correct-receipt')
    return found.status === 'open'
      ? undefined
      : refuse('not-allowed', [{ path: 'case', reason: `case-${found.status}` }])
  const decided = decideCaseAct(found, act === 'withdraw-application' ? 'withdraw' : 'issue', on)
  return decided.ok ? undefined : decided
}
