import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOnOffer } from '#lib/domain/availability.ts'
import {
  type BookingPolicy,
  cutoffOf,
  DEFAULT_POLICY,
  lastReleasedDay,
  offerStateOf,
  partnerDeadline,
} from '#lib/domain/booking-policy.ts'
import { addDays, calendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { clockTimeOf, instantAt, shanghaiClock } from '#lib/domain/clock.ts'
import { type OpeningRule, planSlots } from '#lib/domain/slot-plan.ts'
import { calendarOf, casesOf } from '#tests/support/vectors.ts'

interface Input {
  readonly policy: {
    readonly minLeadDays: number
    readonly cutoffPreviousDay?: string
    readonly horizonDays: number
    readonly releaseTime?: string
    readonly dayTypes: readonly string[]
  }
  readonly now: string
  readonly slotDate: string
  readonly calendars: readonly string[]
}

const WEEKDAYS_OF: Readonly<Record<string, Pick<OpeningRule, 'weekdays' | 'worksOnRestDay'>>> = {
  workday: { weekdays: [1, 2, 3, 4, 5], worksOnRestDay: false },
  saturday: { weekdays: [6], worksOnRestDay: true },
  sunday: { weekdays: [7], worksOnRestDay: true },
}
const REASONS: Readonly<Record<string, string | null>> = {
  open: null,
  'too-late': 'TOO_LATE',
  'not-released': 'NOT_RELEASED',
  closed: 'OFFICE_CLOSED',
}

describe('when a day may be booked', () => {
  test.each(casesOf<Input, { bookable: boolean; reason: string | null }>('slot_bookable'))(
    '$id: $title',
    ({ input, expected }) => {
      const { dayTypes, ...told } = input.policy
      const date = calendarDate(input.slotDate)
      const lane = { slotMinutes: 15, rules: dayTypes.map(openingRule), closures: [] }
      const planned = planSlots(lane, calendarOf(input.calendars), date)
      const slots = planned.map((slot, id) => ({ ...slot, id, taken: 0, publicTaken: 0, open: true }))
      const [today = '', time = ''] = input.now.split('T')
      const now = instantAt(calendarDate(today), time)
      const { state } = dayOnOffer({ ...policyWithout(), ...told }, date, slots, now)
      expect({ bookable: state === 'open', reason: REASONS[state] }).toEqual(expected)
    },
  )

  test('by default the thirtieth day comes on offer at 08:30, to the minute', () => {
    const day = calendarDate('2026-12-22')
    expect(offerStateOf(DEFAULT_POLICY, day, at('2026-11-22T08:29:59+08:00'))).toBe('not-released')
    expect(offerStateOf(DEFAULT_POLICY, day, at('2026-11-22T08:30:00+08:00'))).toBe('offered')
  })

  test('by default tomorrow closes at 15:00 today, and today is never on offer', () => {
    const day = calendarDate('2026-11-23')
    expect(offerStateOf(DEFAULT_POLICY, day, at('2026-11-22T14:59:59+08:00'))).toBe('offered')
    expect(offerStateOf(DEFAULT_POLICY, day, at('2026-11-22T15:00:00+08:00'))).toBe('too-late')
    expect(offerStateOf(DEFAULT_POLICY, calendarDate('2026-11-22'), at('2026-11-22T00:00:00+08:00'))).toBe(
      'too-late',
    )
  })

  test('a day comes on offer once and goes once: not released, offered, too late', () => {
    fc.assert(
      fc.property(policyArbitrary(), fc.nat(80 * 24 * 4), (policy, quarters) => {
        const day = calendarDate('2027-03-01')
        const later = at('2026-12-15T00:00:00+08:00', quarters * 15)
        const order = ['not-released', 'offered', 'too-late']
        const before = order.indexOf(offerStateOf(policy, day, new Date(later.getTime() - 60_000)))
        expect(order.indexOf(offerStateOf(policy, day, later))).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('the days on offer at one instant lie side by side and end with the last released one', () => {
    fc.assert(
      fc.property(policyArbitrary(), minuteArbitrary(), (policy, now) => {
        const { date: today } = shanghaiClock(now)
        const days = Array.from({ length: 80 }, (_, count) => addDays(today, count))
        const offered = days.filter((day) => offerStateOf(policy, day, now) === 'offered')
        const [first] = offered
        if (!first) return
        expect(offered).toEqual(Array.from(offered, (_, count) => addDays(first, count)))
        expect(offered.at(-1)).toBe(lastReleasedDay(policy, now))
        expect(daysBetween(today, first)).toBeGreaterThanOrEqual(policy.minLeadDays)
      }),
    )
  })
})

describe('until when a seat can be booked, agreed to and cancelled', () => {
  test('by default until 15:00 the day before', () => {
    expect(cutoffOf(DEFAULT_POLICY, calendarDate('2026-12-01'), '09:00')).toEqual(
      at('2026-11-30T15:00:00+08:00'),
    )
  })

  test('where the same day may be booked, until it begins', () => {
    const policy = { ...DEFAULT_POLICY, minLeadDays: 0 }
    expect(cutoffOf(policy, calendarDate('2026-12-01'), '09:00')).toEqual(at('2026-12-01T09:00:00+08:00'))
  })

  test('where nothing closes the day before, with the last second of the last day that has enough lead', () => {
    const day = calendarDate('2026-12-01')
    expect(cutoffOf({ ...policyWithout(), minLeadDays: 1 }, day, '09:00')).toEqual(
      at('2026-12-01T00:00:00+08:00'),
    )
    expect(cutoffOf({ ...policyWithout(), minLeadDays: 3 }, day, '09:00')).toEqual(
      at('2026-11-29T00:00:00+08:00'),
    )
  })

  test('its day goes off the offer at that very instant, to the millisecond', () => {
    const day = calendarDate('2027-03-01')
    fc.assert(
      fc.property(leadingPolicyArbitrary(), fc.integer({ min: -600_000, max: 600_000 }), (policy, around) => {
        const cutoff = cutoffOf(policy, day, '09:00').getTime()
        const isTooLate = (millis: number) => offerStateOf(policy, day, new Date(millis)) === 'too-late'
        expect([isTooLate(cutoff - 1), isTooLate(cutoff)]).toEqual([false, true])
        expect(isTooLate(cutoff + around)).toBe(around >= 0)
      }),
      { examples: [[{ ...policyWithout(), horizonDays: 400, minLeadDays: 1 }, -1]] },
    )
  })

  test('a seat waits for the partner as long as the policy says, and never past the cut-off', () => {
    fc.assert(
      fc.property(policyArbitrary(), minuteArbitrary(), (policy, now) => {
        const day = calendarDate('2027-03-01')
        const until = partnerDeadline(policy, day, '09:00', now)
        const byHours = now.getTime() + policy.partnerHours * 3_600_000
        const cutoff = cutoffOf(policy, day, '09:00').getTime()
        expect([byHours, cutoff]).toContain(until.getTime())
        expect(until.getTime()).toBeLessThanOrEqual(Math.min(byHours, cutoff))
      }),
    )
  })
})

function openingRule(dayType: string): OpeningRule {
  const days = WEEKDAYS_OF[dayType]
  if (!days) throw new Error(`the vectors speak of a kind of day this test does not know: ${dayType}`)
  const validFrom = calendarDate('2020-01-01')
  return { ...days, opens: '09:00', closes: '10:00', windows: 1, publicPercent: 100, validFrom }
}

function policyWithout(): BookingPolicy {
  const { releaseTime, cutoffPreviousDay, ...policy } = DEFAULT_POLICY
  return policy
}

function at(text: string, minutesLater = 0): Date {
  return new Date(new Date(text).getTime() + minutesLater * 60_000)
}

function timeArbitrary(): fc.Arbitrary<string> {
  return fc.nat(24 * 60 - 1).map(clockTimeOf)
}

function minuteArbitrary(): fc.Arbitrary<Date> {
  return fc.nat(90 * 24 * 60).map((minutes) => at('2026-12-15T00:00:00+08:00', minutes))
}

/**
 * A day in advance or more, and never so far ahead that the day is not released yet. A closing time of the day before
 * ends the offer only where that is the last day with enough lead.
 */
function leadingPolicyArbitrary(): fc.Arbitrary<BookingPolicy> {
  return policyArbitrary().map(({ cutoffPreviousDay, ...policy }) => {
    const minLeadDays = Math.max(1, policy.minLeadDays)
    const closing = minLeadDays === 1 && cutoffPreviousDay !== undefined ? { cutoffPreviousDay } : {}
    return { ...policy, minLeadDays, horizonDays: 400, ...closing }
  })
}

function policyArbitrary(): fc.Arbitrary<BookingPolicy> {
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
  return fc
    .record({
      horizonDays: fc.integer({ min: 7, max: 60 }),
      minLeadDays: fc.integer({ min: 0, max: 5 }),
      holdMinutes: fc.integer({ min: 1, max: 60 }),
      partnerHours: fc.integer({ min: 1, max: 72 }),
      releaseTime: optional(timeArbitrary()),
      cutoffPreviousDay: optional(timeArbitrary()),
    })
    .map(({ releaseTime, cutoffPreviousDay, ...policy }) => ({
      ...policyWithout(),
      ...policy,
      ...(releaseTime === undefined ? {} : { releaseTime }),
      // Closing the day before and booking on the day itself exclude each other.
      ...(cutoffPreviousDay === undefined || policy.minLeadDays === 0 ? {} : { cutoffPreviousDay }),
    }))
}
