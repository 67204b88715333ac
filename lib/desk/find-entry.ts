import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { DayEntry, DeskWindow } from '#lib/domain/desk-day.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { estimateWaitOf, type WaitEstimate } from '#lib/domain/waiting-estimate.ts'
import { composeEntry } from './compose-entry.ts'
import { findDayTicket, readLine } from './day.sql.ts'
import { countPasses, type Expected, findExpectedById } from './expected.sql.ts'
import { openGate } from './open-gate.ts'
import { readDesk } from './window.sql.ts'

/** One row of a day as the list has it, and what stands beside the list. */
export interface FoundEntry {
  /** Nobody when the day has no such row. */
  readonly entry: DayEntry | undefined
  /** For a number that waits, with everybody here. */
  readonly wait: WaitEstimate | undefined
  readonly windows: readonly DeskWindow[]
  /** Of those whose booking stays good though their day could not be held: how many came, and how many are expected at most. */
  readonly passes: { readonly came: number; readonly limit: number | null } | undefined
}

/**
 * One row of a day, by the id of its appointment or of its number; without an id whoever stands at a window. Reads that row alone,
 * not the day: after an act nobody waits for five hundred others.
 */
export async function findEntry(
  pool: Pool,
  wish: Sought & { readonly actor: StaffActor },
): Promise<Result<FoundEntry>> {
  const place = await openGate(pool, wish, 'see-day')
  if ('ok' in place) return place
  const { officeId, date } = wish
  const [desk, passes, entry] = await Promise.all([
    readDesk(pool, officeId),
    countPasses(pool, officeId, date),
    readEntry(pool, wish),
  ])
  if (!desk) return refuse('not-found')
  const { windows } = desk
  const ticket = entry?.ticket
  const isWaiting = ticket?.state === 'waiting' && ticket.present === ticket.expected
  const wait = isWaiting
    ? estimateWaitOf(ticket.id, await readLine(pool, officeId, date), windows)
    : undefined
  return accept({ entry, wait, windows, passes })
}

interface Sought {
  readonly officeId: string
  readonly date: CalendarDate
  readonly now: Date
  readonly id?: string | undefined
  readonly window?: string | undefined
}

async function readEntry(pool: Pool, sought: Sought): Promise<DayEntry | undefined> {
  const { id, window, now } = sought
  if (id === undefined ? !window : !isUuid(id)) return undefined
  const [stored, meant] = await Promise.all([
    findDayTicket(pool, sought),
    id ? findExpectedById(pool, id) : undefined,
  ])
  const behind = stored?.appointmentId
  const one = meant ?? (behind ? await findExpectedById(pool, behind) : undefined)
  return composeEntry(one && isExpected(one, sought) ? one : undefined, stored, now)
}

/** Whether the list of the day has this appointment. */
function isExpected(one: Expected, { officeId, date }: Sought): boolean {
  const hasEnded = ['declined', 'expired', 'cancelled'].includes(one.status)
  return one.officeId === officeId && (one.pass?.usedOn ?? one.date) === date && !hasEnded
}
