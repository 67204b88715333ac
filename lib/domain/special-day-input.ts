import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import type { CapacityChange } from './capacity-change.ts'
import { clockTimeOf, instantAt, isClockTime, minutesOf } from './clock.ts'
import { faultsOfChange } from './lane-fault.ts'
import { wholeOf, withFaults } from './lane-input.ts'
import { everywhere } from './localized-text.ts'
import type { RefusalDetail } from './refusal.ts'
import type { ServiceDay } from './slot-plan.ts'

/** A special day as it stands in a form. */
export interface TypedSpecialDay {
  readonly laneId: string
  readonly date: string
  /** Hours of its own, one below the other. */
  readonly hours: readonly { readonly opens: string; readonly closes: string; readonly windows: string }[]
  /** Instead of hours: so many places in all, and which part of them each hour takes. */
  readonly total: string
  readonly begins: string
  readonly shares: string
  readonly publicPercent: string
  readonly walkInPercent: string
  /** The hours of the week do not count on this day. */
  readonly replaces: boolean
  readonly releaseOn: string
  readonly releaseTime: string
  readonly reason: string
}

type SpecialDay = Extract<CapacityChange, { readonly kind: 'special-day' }>

/**
 * So many places spread over hours, 50/30/20 of them over three, each hour as evenly as its rhythm allows: the times at its
 * beginning have one window more where it does not come out even. The sum is exact.
 */
export function frontLoad(wish: {
  readonly begins: string
  readonly slotMinutes: number
  readonly total: number
  readonly shares: readonly number[]
}): { readonly opens: string; readonly closes: string; readonly windows: number }[] {
  const { begins, slotMinutes, total, shares } = wish
  const times = Math.floor(60 / slotMinutes) || 1
  const step = times * slotMinutes
  const ends = shares.map((_, hour) =>
    Math.round((total * shares.slice(0, hour + 1).reduce((sum, share) => sum + share, 0)) / 100),
  )
  return shares.flatMap((_, hour) => {
    const places = (ends[hour] ?? 0) - (ends[hour - 1] ?? 0)
    const from = minutesOf(begins) + hour * step
    const more = places % times
    const parts = [
      { from, times: more, windows: Math.floor(places / times) + 1 },
      { from: from + more * slotMinutes, times: times - more, windows: Math.floor(places / times) },
    ]
    return parts
      .filter((part) => part.times > 0 && part.windows > 0)
      .map((part) => ({
        opens: clockTimeOf(part.from),
        closes: clockTimeOf(part.from + part.times * slotMinutes),
        windows: part.windows,
      }))
  })
}

/** The day that is meant, and everything that is wrong with it, field by field. */
export function readSpecialDay(
  typed: TypedSpecialDay,
  facts: { readonly today: CalendarDate; readonly slotMinutes: number },
): { readonly change: SpecialDay; readonly errors: readonly RefusalDetail[] } {
  const errors: RefusalDetail[] = []
  const at = (path: string, reason: string) => errors.push({ path, reason })
  const date = isCalendarDate(typed.date) ? typed.date : facts.today
  if (!typed.laneId) at('lane', 'required')
  if (date !== typed.date) at('date', typed.date ? 'date' : 'required')
  else if (date < facts.today) at('date', 'past')
  if (!typed.reason.trim()) at('reason', 'required')
  const releaseAt = readRelease(typed, at)
  if (releaseAt && releaseAt >= instantAt(date, '00:00')) at('releaseOn', 'release-after-day')
  const common = {
    date,
    publicPercent: wholeOf(typed.publicPercent),
    walkInPercent: wholeOf(typed.walkInPercent || '0'),
    replaces: typed.replaces,
    ...(releaseAt ? { releaseAt } : {}),
  }
  const places = typed.hours.flatMap(({ opens, closes }, index) => (opens || closes ? [index] : []))
  const own = typed.hours
    .filter((_, index) => places.includes(index))
    .map((one) => ({ ...one, windows: wholeOf(one.windows) }))
  const spread = typed.total.trim() ? readSpread(typed, facts.slotMinutes, at) : []
  const hours: readonly ServiceDay[] = [...own, ...spread].map((one) => ({ ...common, ...one }))
  if (hours.length === 0 && !typed.total.trim()) at('hours.0.opens', 'required')
  const reason = everywhere(typed.reason.trim())
  const change: SpecialDay = { kind: 'special-day', laneId: typed.laneId, date, hours, reason }
  const faults = faultsOfChange(change, facts.today).map((fault) => ({
    ...fault,
    path: pathInForm(fault.path, places),
  }))
  return { change, errors: withFaults(errors, faults) }
}

// The form has rows that stay empty, and hours that come of a total; shares are asked once for all.
function pathInForm(path: string, places: readonly number[]): string {
  const [, index = '', field = 'opens'] = /^hours\.(\d+)(?:\.(\w+))?$/.exec(path) ?? []
  if (!index) return path
  if (field.endsWith('Percent')) return field
  const place = places[Number(index)]
  return place === undefined ? 'shares' : `hours.${place}.${field}`
}

function readRelease(
  { releaseOn, releaseTime }: TypedSpecialDay,
  at: (path: string, reason: string) => void,
): Date | undefined {
  if (!releaseOn) return undefined
  if (!isCalendarDate(releaseOn)) at('releaseOn', 'date')
  else if (!isClockTime(releaseTime)) at('releaseTime', releaseTime ? 'clock-time' : 'required')
  else return instantAt(releaseOn, releaseTime)
  return undefined
}

function readSpread(
  typed: TypedSpecialDay,
  slotMinutes: number,
  at: (path: string, reason: string) => void,
): ReturnType<typeof frontLoad> {
  const total = wholeOf(typed.total)
  const shares = typed.shares
    .split(/[\s/,，、]+/)
    .filter(Boolean)
    .map(wholeOf)
  const sum = shares.reduce((all, share) => all + share, 0)
  if (!(total > 0)) at('total', 'out-of-range')
  if (!isClockTime(typed.begins)) at('begins', typed.begins ? 'clock-time' : 'required')
  if (shares.some((share) => !(share >= 0))) at('shares', 'out-of-range')
  else if (sum !== 100) at('shares', sum > 100 ? 'shares-above-100' : 'shares-below-100')
  else if (total > 0 && isClockTime(typed.begins)) {
    const last = minutesOf(typed.begins) + shares.length * 60
    if (last < 24 * 60) return frontLoad({ begins: typed.begins, slotMinutes, total, shares })
    at('shares', 'out-of-range')
  }
  return []
}
