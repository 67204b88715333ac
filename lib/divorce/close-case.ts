import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type CaseAct, type CaseStatus, decideCaseAct } from '#lib/domain/divorce-case.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type CaseRecord, endCase } from './store.ts'
import { tellParties } from './tell-parties.ts'

const NEWS = { withdrawn: 'case-withdrawn', lapsed: 'case-lapsed', issued: 'case-issued' } as const

/**
 * Ends a case: withdrawn by either of the two until the last cooling-off day, issued inside the window, lapsed by the
 * clock after it. Refuses with the article when the day is wrong, and when somebody else has changed the case since it
 * was read. Runs in the transaction of the act. Civil Code art. 1077.
 */
export async function closeCase(
  client: PoolClient,
  found: CaseRecord,
  wish: {
    readonly act: CaseAct
    readonly calendar: Calendar
    /** Who withdrew and on which paper, the number of the certificate: no names. */
    readonly detail?: unknown
    /** Id of the clerk; the system when absent. */
    readonly by?: string
    readonly now: Date
  },
): Promise<Result<{ readonly status: CaseStatus }>> {
  const { act, calendar, detail, by, now } = wish
  const decided = decideCaseAct(found, act, { day: shanghaiToday(now), calendar })
  if (!decided.ok) return decided
  const status = decided.value
  if (!(await endCase(client, found, { status, at: now, by: by ?? 'system', detail })))
    return refuse('not-allowed', [{ path: 'case', reason: 'changed-meanwhile' }])
  await writeEntry(client, {
    at: now,
    actorKind: by ? 'staff' : 'system',
    ...(by ? { actorId: by } : {}),
    act: `case-${status}`,
    subjectKind: 'case',
    subjectId: found.id,
    officeId: found.officeId,
  })
  if (status !== 'open') await tellParties(client, found, NEWS[status], { now })
  return accept({ status })
}
