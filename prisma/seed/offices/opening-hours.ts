import type { ClockTime } from '#lib/domain/clock.ts'
import type { RulePlan } from './office-plan.ts'

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]

export interface WorkingDay {
  readonly morning: readonly [ClockTime, ClockTime]
  readonly afternoon: readonly [ClockTime, ClockTime]
}

/** Several windows in the morning and the afternoon; a share of them is kept for phone and walk-in. */
export function workdays(day: WorkingDay, windows: number, publicPercent: number): RulePlan[] {
  return [day.morning, day.afternoon].map(([opens, closes]) => ({
    weekdays: MONDAY_TO_FRIDAY,
    opens,
    closes,
    windows,
    publicPercent,
  }))
}

/**
 * One window cannot be shared out at any one time, so the clock shares it: the public books all but the last hour of
 * the morning and of the afternoon, which are kept for phone and walk-in.
 */
export function oneWindow(day: WorkingDay): RulePlan[] {
  return [day.morning, day.afternoon].flatMap(([opens, closes]) => {
    const lastHour = `${String(Number(closes.slice(0, 2)) - 1).padStart(2, '0')}${closes.slice(2)}`
    const window = { weekdays: MONDAY_TO_FRIDAY, windows: 1 }
    return [
      { ...window, opens, closes: lastHour, publicPercent: 100 },
      { ...window, opens: lastHour, closes, publicPercent: 0 },
    ]
  })
}

/** A Saturday service by appointment. */
export function saturday(
  opens: ClockTime,
  closes: ClockTime,
  windows: number,
  publicPercent: number,
): RulePlan {
  return { weekdays: [6], opens, closes, windows, publicPercent, worksOnRestDay: true }
}

/** Some hours on some weekdays only. */
export function someHours(
  weekdays: readonly number[],
  opens: ClockTime,
  closes: ClockTime,
  windows: number,
  publicPercent: number,
): RulePlan {
  return { weekdays, opens, closes, windows, publicPercent }
}
