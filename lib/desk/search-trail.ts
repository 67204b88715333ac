import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { findTrailScope } from './find-trail-scope.ts'
import { findAppointmentId, findStaffId, findTracesOf, readTrail, type TrailRow } from './trail.sql.ts'

/** So many entries stand on one page. */
const ENTRIES_A_PAGE = 50

export interface TrailSearch {
  /** What was typed; empty: not narrowed by it. */
  readonly code: string
  readonly username: string
  readonly act: string
  /** Both included. */
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** The blind indexes that `openPersonTrail` has put on the record. */
  readonly person?: readonly Buffer[] | undefined
  /** Older than this entry. */
  readonly before?: string | undefined
}

/**
 * What was done in an office, or in all of the scope of whoever asks, the latest first and fifty at a time; `next` is
 * the entry after which the next page begins. Entries tell ids and acts, never names or numbers of couples.
 */
export async function searchTrail(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly wide: boolean
    readonly search: TrailSearch
    readonly now: Date
  },
): Promise<Result<{ readonly entries: readonly TrailRow[]; readonly next: string | undefined }>> {
  const scope = await findTrailScope(pool, wish)
  if (!scope.ok) return scope
  const { code, username, act, from, until, person, before } = wish.search
  const subjectIds = await findSubjects(pool, code, person)
  const staffId = username ? ((await findStaffId(pool, username)) ?? 'nobody') : undefined
  const entries = await readTrail(pool, {
    ...scope.value,
    subjectIds,
    staffId,
    act: act || undefined,
    from: instantAt(from, '00:00'),
    until: instantAt(addDays(until, 1), '00:00'),
    before,
    most: ENTRIES_A_PAGE + 1,
  })
  const shown = entries
    .slice(0, ENTRIES_A_PAGE)
    .map((entry) => (scope.value.showsCodes ? entry : { ...entry, code: null }))
  return accept({ entries: shown, next: entries.length > shown.length ? shown.at(-1)?.id : undefined })
}

async function findSubjects(
  pool: Pool,
  code: string,
  person: readonly Buffer[] | undefined,
): Promise<string[] | undefined> {
  if (person) return (await findTracesOf(pool, person)).map(({ id }) => id)
  if (!code) return undefined
  const read = readAppointmentCode(code)
  const id = read && (await findAppointmentId(pool, read))
  return id ? [id] : []
}
