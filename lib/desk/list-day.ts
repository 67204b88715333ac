import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { countDay, type DayCounts, type DayEntry, type DeskWindow } from '#lib/domain/desk-day.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { composeEntry } from './compose-entry.ts'
import { readDayTickets } from './day.sql.ts'
import { countPasses, readExpected } from './expected.sql.ts'
import { openGate } from './open-gate.ts'
import { shareReading } from './share-reading.ts'
import { readDesk } from './window.sql.ts'

const MINUTE_MS = 60_000

/** A day of an office as the desk works it. */
export interface DeskDay {
  readonly date: CalendarDate
  /** When the reading began; whatever happened before is in it. */
  readonly readAt: Date
  /** Appointments by time, then those who walked in, by when they came. */
  readonly entries: readonly DayEntry[]
  readonly counts: DayCounts
  readonly windows: readonly DeskWindow[]
  /** Of those whose booking stays good though their day could not be held: how many came, and how many are expected at most. */
  readonly passes: { readonly came: number; readonly limit: number | null } | undefined
}

/**
 * All appointments and tickets of an office on a day: who is here, in which state, what is lacking. Names are masked, and
 * of what somebody asked of the desk only that they did. Four queries, however long the day, and once for all screens that
 * ask in the same moment.
 */
export async function listDay(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly date: CalendarDate
    readonly now: Date
  },
): Promise<Result<DeskDay>> {
  const place = await openGate(pool, wish, 'see-day')
  if ('ok' in place) return place
  const { officeId, date, now } = wish
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  return shareReading(pool, `day ${officeId} ${date} ${minute}`, () => readDay(pool, wish))
}

async function readDay(
  pool: Pool,
  wish: { readonly officeId: string; readonly date: CalendarDate; readonly now: Date },
): Promise<Result<DeskDay>> {
  const { officeId, date, now } = wish
  const [desk, expected, tickets, passes] = await Promise.all([
    readDesk(pool, officeId),
    readExpected(pool, { officeId, from: date, until: date }),
    readDayTickets(pool, officeId, date),
    countPasses(pool, officeId, date),
  ])
  if (!desk) return refuse('not-found')
  const byAppointment = new Map(tickets.map((ticket) => [ticket.appointmentId, ticket]))
  const booked = expected.flatMap((one) => composeEntry(one, byAppointment.get(one.id), now) ?? [])
  const shown = new Set(booked.map(({ id }) => id))
  const others = tickets.filter(({ appointmentId }) => !appointmentId || !shown.has(appointmentId))
  const walkedIn = others.flatMap((ticket) => composeEntry(undefined, ticket, now) ?? [])
  const entries = [...booked, ...walkedIn]
  return accept({ date, readAt: now, entries, counts: countDay(entries), windows: desk.windows, passes })
}
