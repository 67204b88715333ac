import type { Calendar } from './calendar.ts'
import { addDays, type CalendarDate, daysFrom } from './calendar-date.ts'
import type { CapacityChange, LaneDraft } from './capacity-change.ts'
import { isClockTime } from './clock.ts'
import type { LocalizedText } from './localized-text.ts'
import type { Quota } from './quota.ts'
import type { RefusalDetail } from './refusal.ts'
import { type OpeningRule, planSlots, type ServiceDay } from './slot-plan.ts'

const MOST_WINDOWS = 200
const SHORTEST = 5
const LONGEST = 240
/** Two rules are laid side by side for so many days: longer than any rhythm of weeks or months. */
const COMPARED_DAYS = 400
const EVERY_DAY: Calendar = { holidays: new Set(), makeupWorkdays: new Set(), officialYears: new Set() }

type Hours = Pick<OpeningRule, 'opens' | 'closes' | 'windows' | 'publicPercent' | 'walkInPercent' | 'breaks'>

/** Everything that is wrong with a lane as it shall be; `path` leads to the field. */
export function faultsOfLane(lane: LaneDraft): RefusalDetail[] {
  const faults: RefusalDetail[] = [...faultsOfText('name', lane.name)]
  if (lane.services.length === 0) faults.push({ path: 'services', reason: 'required' })
  if (!isWhole(lane.slotMinutes, SHORTEST, LONGEST))
    faults.push({ path: 'slotMinutes', reason: 'out-of-range' })
  lane.rules.forEach((rule, index) => {
    faults.push(...faultsOfRule(rule, `rules.${index}`))
  })
  if (faults.length > 0) return faults
  return overlaps(lane.rules, lane.slotMinutes)
}

function faultsOfRule(rule: OpeningRule, path: string): RefusalDetail[] {
  const faults = faultsOfHours(rule, path)
  const at = (field: string, reason: string) => faults.push({ path: `${path}.${field}`, reason })
  if (rule.weekdays.length === 0) at('weekdays', 'required')
  if (rule.weekdays.some((day) => !isWhole(day, 1, 7))) at('weekdays', 'out-of-range')
  if (rule.everyWeeks !== undefined && !isWhole(rule.everyWeeks, 1, 52)) at('everyWeeks', 'out-of-range')
  if (rule.nthOfMonth?.some((nth) => nth !== -1 && !isWhole(nth, 1, 5))) at('nthOfMonth', 'out-of-range')
  if (rule.validTo !== undefined && rule.validTo < rule.validFrom) at('validTo', 'ends-before-start')
  return faults
}

/** What is wrong with hours, of a rule or of a day of its own. */
function faultsOfHours(hours: Hours, path: string): RefusalDetail[] {
  const faults: RefusalDetail[] = []
  const at = (field: string, reason: string) => faults.push({ path: `${path}.${field}`, reason })
  const { opens, closes, windows, publicPercent, walkInPercent = 0, breaks = [] } = hours
  if (!isClockTime(opens)) at('opens', 'clock-time')
  if (!isClockTime(closes)) at('closes', 'clock-time')
  if (faults.length > 0) return faults
  if (closes <= opens) at('closes', 'time-ends-before-start')
  if (!isWhole(windows, 0, MOST_WINDOWS)) at('windows', 'out-of-range')
  if (!isWhole(publicPercent, 0, 100)) at('publicPercent', 'out-of-range')
  else if (!isWhole(walkInPercent, 0, 100)) at('walkInPercent', 'out-of-range')
  else if (publicPercent + walkInPercent > 100) at('publicPercent', 'shares-above-100')
  const sorted = breaks
    .map((one, nth) => ({ ...one, nth }))
    .toSorted((one, other) => one.from.localeCompare(other.from))
  sorted.forEach(({ from, until, nth }, index) => {
    const atEnd = (end: 'from' | 'until', reason: string) => at(`breaks.${nth}.${end}`, reason)
    if (!isClockTime(from)) atEnd('from', 'clock-time')
    else if (!isClockTime(until)) atEnd('until', 'clock-time')
    else if (until === from) atEnd('until', 'break-without-length')
    else if (until < from) atEnd('until', 'time-ends-before-start')
    else if (from < opens) atEnd('from', 'break-outside-hours')
    else if (until > closes) atEnd('until', 'break-outside-hours')
    else if ((sorted[index - 1]?.until ?? '') > from) atEnd('from', 'breaks-overlap')
  })
  return faults
}

/** Two rules that serve at the same time of one day: the same windows would be counted twice. */
function overlaps(rules: readonly OpeningRule[], slotMinutes: number): RefusalDetail[] {
  return rules.flatMap((rule, index) => {
    const twin = rules.slice(0, index).find((other) => isOverlapping(rule, other, slotMinutes))
    return twin ? [{ path: `rules.${index}`, reason: 'rules-overlap' }] : []
  })
}

function isOverlapping(one: OpeningRule, other: OpeningRule, slotMinutes: number): boolean {
  const sameHours = one.opens < other.closes && other.opens < one.closes
  if (!sameHours || !one.weekdays.some((day) => other.weekdays.includes(day))) return false
  const from = one.validFrom > other.validFrom ? one.validFrom : other.validFrom
  const ends = [addDays(from, COMPARED_DAYS), one.validTo, other.validTo].filter((end) => end !== undefined)
  const until = ends.reduce((earliest, end) => (end < earliest ? end : earliest))
  const slotsOn = (rule: OpeningRule, day: CalendarDate) =>
    planSlots({ slotMinutes, rules: [{ ...rule, worksOnRestDay: true }], closures: [] }, EVERY_DAY, day)
  return daysFrom(from, until).some((day) => {
    const theirs = slotsOn(other, day)
    return slotsOn(one, day).some((slot) =>
      theirs.some((twin) => slot.startTime < twin.endTime && twin.startTime < slot.endTime),
    )
  })
}

/** Everything that is wrong with the own hours of a lane on one day. */
function faultsOfSpecialDay(date: CalendarDate, hours: readonly ServiceDay[]): RefusalDetail[] {
  const faults = hours.flatMap((day, index) => faultsOfHours(day, `hours.${index}`))
  if (faults.length > 0) return faults
  return hours.flatMap((day, index) => {
    if (day.date !== date) return [{ path: `hours.${index}`, reason: 'out-of-range' }]
    const isAcross = hours
      .slice(0, index)
      .some((other) => day.opens < other.closes && other.opens < day.closes)
    return isAcross ? [{ path: `hours.${index}`, reason: 'rules-overlap' }] : []
  })
}

/** Everything that is wrong with the limits of an office. */
function faultsOfQuotas(quotas: readonly Quota[]): RefusalDetail[] {
  return quotas.flatMap((quota, index) => {
    const faults = faultsOfText(`quotas.${index}.name`, quota.name)
    const at = (field: string, reason: string) => faults.push({ path: `quotas.${index}.${field}`, reason })
    if (!isWhole(quota.capacity, 0, 10_000)) at('capacity', 'out-of-range')
    if (quota.weekdays.some((day) => !isWhole(day, 1, 7))) at('weekdays', 'out-of-range')
    if (quota.validTo !== undefined && quota.validTo < quota.validFrom) at('validTo', 'ends-before-start')
    return faults
  })
}

/** Everything that is wrong with a change in itself, whatever is booked. */
export function faultsOfChange(change: CapacityChange, today: CalendarDate): RefusalDetail[] {
  switch (change.kind) {
    case 'lane':
    case 'new-lane':
      return faultsOfLane(change.lane)
    case 'closure': {
      const faults = faultsOfText('reason', change.reason)
      if (change.until < change.from) faults.push({ path: 'until', reason: 'ends-before-start' })
      if (change.until < today) faults.push({ path: 'until', reason: 'past' })
      return faults
    }
    case 'special-day': {
      const faults = faultsOfSpecialDay(change.date, change.hours)
      return change.date < today ? [{ path: 'date', reason: 'past' }, ...faults] : faults
    }
    case 'quotas':
      return faultsOfQuotas(change.quotas)
    case 'reopening':
      return []
  }
}

function faultsOfText(path: string, text: LocalizedText): RefusalDetail[] {
  return text['zh-CN'].trim() === '' ? [{ path, reason: 'required' }] : []
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && least <= value && value <= most
}
