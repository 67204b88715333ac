import { describe, expect, test } from 'vitest'
import { type BookingPolicy, DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import { faultsOfPolicy, faultsOfReading } from '#lib/domain/policy-fault.ts'

const changed = (change: Partial<BookingPolicy>) => faultsOfPolicy({ ...DEFAULT_POLICY, ...change })

describe('rules that can be put in force', () => {
  test('the default can', () => {
    expect(faultsOfPolicy(DEFAULT_POLICY)).toEqual([])
  })

  test('bookings for the same day cannot be closed the day before', () => {
    const fault = { key: 'cutoffPreviousDay', fault: 'cutoff-of-same-day' }
    expect(changed({ minLeadDays: 0 })).toEqual([fault])
    const { cutoffPreviousDay, ...open } = DEFAULT_POLICY
    expect(cutoffPreviousDay).toBe('15:00')
    expect(faultsOfPolicy({ ...open, minLeadDays: 0 })).toEqual([])
  })

  test('a horizon ends after the lead, numbers are whole, times exist', () => {
    expect(changed({ horizonDays: 3, minLeadDays: 4 })).toEqual([
      { key: 'horizonDays', fault: 'horizon-before-lead' },
    ])
    expect(changed({ holdMinutes: 0, noShowBlockDays: -1 })).toEqual([
      { key: 'holdMinutes', fault: 'too-small' },
      { key: 'noShowBlockDays', fault: 'too-small' },
    ])
    expect(changed({ mostMoves: 1.5, offerHours: Number.NaN })).toEqual([
      { key: 'mostMoves', fault: 'not-whole' },
      { key: 'offerHours', fault: 'not-whole' },
    ])
    expect(changed({ releaseTime: '24:00' })).toEqual([{ key: 'releaseTime', fault: 'no-clock-time' }])
  })

  test('what may be switched off is switched off by 0', () => {
    const off = { noShowLimit: 0, noShowBlockDays: 0, stillComingDays: 0, coolingMinutes: 0, mostMoves: 0 }
    expect(changed(off)).toEqual([])
  })
})

test('a reading of the law has both its switches, each on or off', () => {
  expect(faultsOfReading({ ...USUAL_READING })).toEqual([])
  expect(faultsOfReading({ shiftFirstPeriod: 'true' })).toEqual([
    { key: 'shiftFirstPeriod', fault: 'not-yes-or-no' },
    { key: 'weekendIsRestDay', fault: 'not-yes-or-no' },
  ])
})
