import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CaseDates, DeadlineReading } from '#lib/domain/cooling-off.ts'
import { caseDates, type PrintedDates } from '#lib/domain/divorce-case.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type CaseRecord, changeDates } from './store.ts'
import { tellParties } from './tell-parties.ts'

/**
 * Puts the dates of an open case right by what stands on its paper receipt; a date that is not printed is computed. What
 * was and what is goes on the record, and both people are told when a date moved. Refuses a closed case, a date that is
 * no end of such a period, and a case that somebody else has changed since it was read. Runs in the transaction of the
 * act. Civil Code art. 203, 1077.
 */
export async function correctDates(
  client: PoolClient,
  found: CaseRecord,
  wish: {
    readonly printed: PrintedDates
    readonly calendar: Calendar
    readonly reading: DeadlineReading
    /** Id of the clerk. */
    readonly by: string
    readonly now: Date
  },
): Promise<Result<{ readonly deadlines: CaseDates; readonly hasMoved: boolean }>> {
  const { printed, calendar, reading, by, now } = wish
  if (found.status !== 'open')
    return refuse('not-allowed', [{ path: 'case', reason: `case-${found.status}` }])
  const dates = caseDates(calendar, found.acceptedOn, reading, printed)
  if (!dates.ok) return dates
  const { coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd, provisional } = dates.value
  const deadlines = { coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd }
  const stamp = { ...reading, officialYears: [...calendar.officialYears] }
  const isPrinted = Boolean(printed.coolingOffEnd || printed.certWindowEnd)
  const change = { deadlines, provisional, printed: isPrinted ? printed : undefined, reading: stamp }
  if (!(await changeDates(client, found, change)))
    return refuse('not-allowed', [{ path: 'case', reason: 'changed-meanwhile' }])
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: by,
    act: 'receipt-dates-corrected',
    subjectKind: 'case',
    subjectId: found.id,
    officeId: found.officeId,
    detail: {
      from: { ...found.deadlines, printed: found.printed ?? null },
      to: { ...deadlines, printed: change.printed ?? null },
    },
  })
  const hasMoved = KEYS.some((key) => deadlines[key] !== found.deadlines[key])
  if (hasMoved) await tellParties(client, found, 'case-dates-moved', { now, date: certWindowEnd })
  return accept({ deadlines, hasMoved })
}

const KEYS = ['coolingOffEnd', 'certWindowStart', 'firstServiceDay', 'certWindowEnd'] as const
