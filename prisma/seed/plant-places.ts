import type { Calendar } from '#lib/domain/calendar.ts'
import { firstWorkdayFrom } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate, weekdayOf } from '#lib/domain/calendar-date.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { OFFICES } from './offices/all-offices.ts'
import type { OfficePlan } from './offices/office-plan.ts'
import { REGIONS } from './regions.ts'

const RULES_SINCE = '2026-01-01'

/** Plants regions and offices with what they do, when they are open, and when they will be closed. */
export async function plantPlaces(
  connection: Connection,
  calendar: Calendar,
  today: CalendarDate,
): Promise<void> {
  await insertRows(
    connection,
    'region',
    REGIONS.map(({ code, level, parent, name }, position) => ({
      code,
      level,
      parent_code: parent ?? null,
      name,
      position,
    })),
  )
  await insertRows(connection, 'office', OFFICES.map(officeRow))
  await insertRows(connection, 'office_service', OFFICES.flatMap(serviceRows))
  await insertRows(connection, 'lane', OFFICES.flatMap(laneRows))
  await insertRows(connection, 'opening_rule', OFFICES.flatMap(ruleRows))
  await insertRows(
    connection,
    'closure',
    OFFICES.flatMap((office) => closureRows(office, calendar, today)),
  )
  await insertRows(
    connection,
    'service_day',
    OFFICES.flatMap((office) => serviceDayRows(office, calendar, today)),
  )
}

/** The id of a lane, of which an office has one by each word. */
export function laneId(officeId: string, word: string): string {
  return `${officeId}-${word}-lane`
}

function officeRow(office: OfficePlan, position: number): Record<string, unknown> {
  return {
    id: office.id,
    region_code: office.region,
    parent_id: office.parent ?? null,
    tier: office.tier,
    name: office.name,
    address: office.address,
    transit: office.transit ?? null,
    lat: office.at.lat,
    lng: office.at.lng,
    phone: office.phone,
    hours: office.hours,
    accepts: office.accepts,
    facilities: office.facilities,
    online_booking: office.instead === undefined,
    instead: office.instead ?? null,
    announcement: office.announcement ?? null,
    position,
  }
}

function serviceRows(office: OfficePlan): Record<string, unknown>[] {
  return Object.entries(office.services).map(([service, mode]) => ({ office_id: office.id, service, mode }))
}

function laneRows(office: OfficePlan): Record<string, unknown>[] {
  return office.lanes.map((lane, position) => ({
    id: laneId(office.id, lane.word),
    office_id: office.id,
    name: lane.name,
    services: lane.services,
    slot_minutes: lane.slotMinutes,
    position,
  }))
}

function ruleRows(office: OfficePlan): Record<string, unknown>[] {
  return office.lanes.flatMap((lane) =>
    lane.rules.map((rule, index) => ({
      id: `${laneId(office.id, lane.word)}-${index + 1}`,
      lane_id: laneId(office.id, lane.word),
      weekdays: rule.weekdays,
      opens: rule.opens,
      closes: rule.closes,
      windows: rule.windows,
      public_percent: rule.publicPercent,
      works_on_rest_day: rule.worksOnRestDay ?? false,
      valid_from: RULES_SINCE,
      valid_to: null,
    })),
  )
}

// A closure that begins on a rest day would not be noticed; it begins on the next working day.
function closureRows(office: OfficePlan, calendar: Calendar, today: CalendarDate): Record<string, unknown>[] {
  return (office.closures ?? []).map((closure, index) => {
    const from = firstWorkdayFrom(calendar, addDays(today, closure.inDays))
    return {
      id: `${office.id}-closure-${index + 1}`,
      office_id: office.id,
      lane_id: closure.lane ? laneId(office.id, closure.lane) : null,
      from,
      until: addDays(from, closure.lastsDays - 1),
      reason: closure.reason,
    }
  })
}

function serviceDayRows(
  office: OfficePlan,
  calendar: Calendar,
  today: CalendarDate,
): Record<string, unknown>[] {
  return (office.serviceSaturdays ?? []).map(({ inDays, lane, publicPercent, ...hours }) => ({
    id: `${laneId(office.id, lane)}-service-day`,
    lane_id: laneId(office.id, lane),
    date: freeSaturdayFrom(calendar, addDays(today, inDays)),
    public_percent: publicPercent,
    ...hours,
  }))
}

/** A Saturday that is neither worked in exchange nor part of a holiday. */
function freeSaturdayFrom(calendar: Calendar, from: CalendarDate): CalendarDate {
  let day = from
  while (weekdayOf(day) !== 6 || calendar.holidays.has(day) || calendar.makeupWorkdays.has(day))
    day = addDays(day, 1)
  return day
}
