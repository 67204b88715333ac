import { shanghaiClock } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { ServiceDay } from '#lib/domain/slot-plan.ts'
import type { TypedSpecialDay } from '#lib/domain/special-day-input.ts'
import { type Said, textOf } from '../../said.ts'

/** So many stretches of time can be typed for one day. */
const ROWS = 8

/** The form as it was typed; undefined where nothing was sent yet. */
export function readDayForm(said: Said): TypedSpecialDay | undefined {
  if (!said.has('sent')) return undefined
  const text = textOf(said)
  return {
    laneId: text('lane'),
    date: text('date'),
    hours: Array.from({ length: ROWS }, (_, row) => ({
      opens: text(`hours.${row}.opens`),
      closes: text(`hours.${row}.closes`),
      windows: text(`hours.${row}.windows`),
    })),
    total: text('total'),
    begins: text('begins'),
    shares: text('shares'),
    publicPercent: text('publicPercent'),
    walkInPercent: text('walkInPercent'),
    replaces: said.has('replaces'),
    releaseOn: text('releaseOn'),
    releaseTime: text('releaseTime'),
    reason: text('reason'),
  }
}

/**
 * The form of a day as it is planned, or of one for which nothing is planned yet: where the lane serves anyhow, its usual
 * hours are then put aside, as they could not be front-loaded.
 */
export function typeDay(
  said: Said,
  planned: { readonly reason: LocalizedText; readonly hours: readonly ServiceDay[] } | undefined,
  isServedAnyhow: boolean,
): TypedSpecialDay {
  const text = textOf(said)
  const [first] = planned?.hours ?? []
  const release = first?.releaseAt && shanghaiClock(first.releaseAt)
  return {
    laneId: text('lane'),
    date: text('date'),
    hours: Array.from({ length: Math.max(ROWS, planned?.hours.length ?? 0) }, (_, row) => {
      const { opens = '', closes = '', windows } = planned?.hours[row] ?? {}
      return { opens, closes, windows: windows === undefined ? '' : String(windows) }
    }),
    total: '',
    begins: '09:00',
    shares: '50/30/20',
    publicPercent: String(first?.publicPercent ?? 100),
    walkInPercent: String(first?.walkInPercent ?? 0),
    replaces: first ? first.replaces === true : isServedAnyhow,
    releaseOn: release?.date ?? '',
    releaseTime: release?.time ?? '09:00',
    reason: planned?.reason['zh-CN'] ?? '',
  }
}
