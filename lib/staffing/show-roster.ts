import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { coverHours, type HourCover } from '#lib/domain/cover.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { weekOf } from '#lib/domain/roster.ts'
import { readAbsences } from './absence.sql.ts'
import { loadCover } from './load-cover.ts'
import { openGate } from './open-gate.ts'
import { type RosterPerson, readPeople, readShifts, type Shift, type StandingAbsence } from './roster.sql.ts'
import { type RosterLane, readLanes, readWindowNames } from './store.ts'

/** A week of the people of an office, and what it means for its windows. */
export interface RosterWeek {
  readonly days: readonly CalendarDate[]
  readonly people: readonly RosterPerson[]
  readonly shifts: readonly Shift[]
  readonly absences: readonly StandingAbsence[]
  readonly lanes: readonly RosterLane[]
  readonly windows: readonly string[]
  readonly cover: readonly HourCover[]
}

/** Who works when in the week of a day, and in which hours people are missing for the windows that are planned. */
export async function showRoster(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly day: CalendarDate },
): Promise<Result<RosterWeek>> {
  const gate = await openGate(pool, wish, 'see-roster')
  if ('ok' in gate) return gate
  const days = weekOf(wish.day)
  const [from = wish.day] = days
  const week = { officeId: gate.id, from, until: days.at(-1) ?? from }
  const [people, shifts, lanes, windows, { needs, present }] = await Promise.all([
    readPeople(pool, gate.id),
    readShifts(pool, week),
    readLanes(pool, gate.id),
    readWindowNames(pool, gate.id),
    loadCover(pool, week),
  ])
  const absences = await readAbsences(
    pool,
    people.map(({ id }) => id),
    week,
  )
  return accept({
    days,
    people,
    shifts,
    absences,
    lanes,
    windows,
    cover: coverHours(needs, present),
  })
}
