import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { coverHours } from '#lib/domain/cover.ts'
import { adviseOverbooking, type HalfDayAdvice } from '#lib/domain/half-day-advice.ts'
import { adviseHour, type Handling, type HourAdvice, handlingOf } from '#lib/domain/hour-advice.ts'
import { type MissTable, tabulateMisses } from '#lib/domain/miss-table.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { weekOf } from '#lib/domain/roster.ts'
import { forecastHours, type SpecialAhead } from '#lib/domain/week-forecast.ts'
import { readBooked, readPlaces } from './history.sql.ts'
import { loadCover } from './load-cover.ts'
import { loadPast } from './load-past.ts'
import { loadSpecialFactors } from './load-special-factors.ts'
import { openGate } from './open-gate.ts'
import { type RosterLane, readLanes } from './store.ts'

/** What is expected of a week, what it needs, and from what that is told. */
export interface WeekPlan {
  readonly days: readonly CalendarDate[]
  readonly lanes: readonly RosterLane[]
  readonly lane: RosterLane | undefined
  readonly hours: readonly HourAdvice[]
  readonly handling: Handling
  readonly misses: MissTable
  /** Past days on which anybody came. */
  readonly pastDays: number
  readonly specials: ReadonlyMap<CalendarDate, SpecialAhead>
  readonly overbooking: readonly HalfDayAdvice[]
}

/**
 * The week of a day at an office, for all its lanes or one: couples expected in each hour, windows so that they wait no
 * longer than `targetMinutes` on average, beside those planned and rostered, and what giving out more places would risk.
 * It changes nothing.
 */
export async function planWeek(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly day: CalendarDate
    readonly laneId?: string | undefined
    readonly targetMinutes: number
    readonly now: Date
  },
): Promise<Result<WeekPlan>> {
  const gate = await openGate(pool, wish, 'plan-capacity')
  if ('ok' in gate) return gate
  const officeId = gate.id
  const days = weekOf(wish.day)
  const [from = wish.day] = days
  const week = { officeId, from, until: days.at(-1) ?? from }
  const [lanes, cover, past, booked, places, specials] = await Promise.all([
    readLanes(pool, officeId),
    loadCover(pool, week),
    loadPast(pool, officeId, wish.now),
    readBooked(pool, week),
    readPlaces(pool, week, wish.laneId),
    loadSpecialFactors(pool, officeId, days),
  ])
  const { came, misses, measured } = past
  const lane = lanes.find(({ id }) => id === wish.laneId)
  const isAsked = ({ service }: { readonly service: string }) =>
    !lane || lane.services.some((one) => one === service)
  const isThere = ({ laneId }: { readonly laneId: string | undefined }) => !lane || laneId === lane.id
  const windows = coverHours(
    cover.needs.filter(isThere),
    cover.present.filter((shift) => !lane || shift.laneId === undefined || isThere(shift)),
  )
  const table = tabulateMisses(misses.filter(isAsked))
  const handling = handlingOf(
    measured.filter(isAsked),
    lengthOf(cover.lanes.filter((one) => !lane || one.id === lane.id)),
  )
  const hours = forecastHours({
    days,
    windows,
    specials,
    misses: table,
    came: came.filter(isAsked),
    booked: booked.filter(isAsked),
  })
  return accept({
    days,
    lanes,
    lane,
    handling,
    misses: table,
    specials,
    hours: hours.map((hour) => adviseHour(hour, handling, wish.targetMinutes)),
    pastDays: new Set(came.filter(isAsked).map(({ date }) => date)).size,
    overbooking: adviseOverbooking(places, { misses: table, booked: booked.filter(isAsked), specials }),
  })
}

// The planned length of a visit, each lane counting as much as its windows.
function lengthOf(
  lanes: readonly { readonly slotMinutes: number; readonly rules: readonly { readonly windows: number }[] }[],
): number {
  const weighed = lanes.map(({ slotMinutes, rules }) => ({
    slotMinutes,
    windows: Math.max(0, ...rules.map(({ windows }) => windows)),
  }))
  const windows = weighed.reduce((sum, one) => sum + one.windows, 0)
  if (windows === 0) return weighed[0]?.slotMinutes ?? 15
  // As many visits as a window makes in an hour decide how often a length occurs.
  const visits = weighed.reduce((sum, one) => sum + one.windows / one.slotMinutes, 0)
  return windows / visits
}
