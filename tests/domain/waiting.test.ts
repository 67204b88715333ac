import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutoffOf, DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { firstOpenStep, type JourneyAnswers, withChoice } from '#lib/domain/journey.ts'
import { coolUntil, offerDeadline } from '#lib/domain/waiting.ts'

const DAY = calendarDate('2026-12-01')
const deadline = (now: string, policy = DEFAULT_POLICY) =>
  offerDeadline(policy, DAY, '09:00', new Date(`${now}+08:00`))?.getTime()
const at = (time: string) => new Date(`${time}+08:00`).getTime()

describe('a seat that came free', () => {
  test('rests for the part of the policy’s minutes that chance names', () => {
    const now = new Date('2026-11-22T10:00:00+08:00')
    const restFor = (chance: number) =>
      (coolUntil(DEFAULT_POLICY, now, chance).getTime() - now.getTime()) / 60_000
    expect([restFor(0), restFor(0.5), restFor(0.9999999)].map(Math.round)).toEqual([0, 15, 30])
    expect(coolUntil({ coolingMinutes: 0 }, now, 0.9)).toEqual(now)
  })

  test('is offered for the policy’s hours, which do not run at night', () => {
    expect(deadline('2026-11-22T10:00:00')).toBe(at('2026-11-22T14:00:00'))
    expect(deadline('2026-11-22T20:59:00')).toBe(at('2026-11-23T00:59:00'))
    expect(deadline('2026-11-22T21:00:00')).toBe(at('2026-11-23T12:00:00'))
    expect(deadline('2026-11-23T07:59:59')).toBe(at('2026-11-23T12:00:00'))
    expect(deadline('2026-11-23T08:00:00')).toBe(at('2026-11-23T12:00:00'))
  })

  test('is offered at the latest until the cut-off, and not at all in the last hour', () => {
    expect(deadline('2026-11-30T13:00:00')).toBe(at('2026-11-30T15:00:00'))
    expect(deadline('2026-11-30T14:00:00')).toBe(at('2026-11-30T15:00:00'))
    expect(deadline('2026-11-30T14:00:01')).toBeUndefined()
    expect(deadline('2026-12-05T10:00:00')).toBeUndefined()
  })

  test('never has an offer that ends before an hour of daylight, or restFor the cut-off', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-11-20T00:00:00'), max: at('2026-12-02T00:00:00') }), (time) => {
        const until = offerDeadline(DEFAULT_POLICY, DAY, '09:00', new Date(time))
        if (!until) return
        expect(until.getTime() - time).toBeGreaterThanOrEqual(3_600_000)
        expect(until.getTime()).toBeLessThanOrEqual(cutoffOf(DEFAULT_POLICY, DAY, '09:00').getTime())
      }),
    )
  })
})

describe('the answers of who stands in line', () => {
  const answers: JourneyAnswers = {
    service: 'MARRIAGE',
    checks: { 'both-unmarried': 'yes', 'close-kin': 'no' },
    officeId: 'a',
    waiting: [{ officeId: 'a', from: DAY, until: DAY }],
  }

  test('need no day and no time, but both people', () => {
    expect(firstOpenStep(answers)).toBe('you')
    expect(firstOpenStep({ ...answers, youDone: true })).toBe('partner')
    expect(firstOpenStep({ ...answers, youDone: true, partnerDone: true })).toBe('answers')
  })

  test('are those of a booking again once a day, an office or a service is chosen', () => {
    for (const choice of [{ date: DAY }, { officeId: 'a' }, { service: 'MARRIAGE' as const }])
      expect(withChoice({ ...answers, date: DAY }, choice)).not.toHaveProperty('waiting')
  })
})
