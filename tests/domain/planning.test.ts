import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { forecastDay, leadClass, missRate } from '#lib/domain/forecast.ts'
import { MOST_OVERBOOKING_SHARE, mostOverbooking, overbookingRisk } from '#lib/domain/overbooking.ts'
import { chanceOfWaiting, meanWait, offeredLoad, windowsForWait } from '#lib/domain/queueing.ts'

describe('how long people wait', () => {
  test('by chance as Erlang says: two windows, one and a half busy, nine in fourteen wait', () => {
    expect(chanceOfWaiting(1.5, 2)).toBeCloseTo(9 / 14, 10)
    expect(chanceOfWaiting(0.5, 1)).toBeCloseTo(0.5, 10)
  })

  test('one window with chance on both sides is the textbook queue: handling · busy / (1 − busy)', () => {
    const load = { arrivalsPerHour: 3, handlingMinutes: 10, arrivalVariation: 1, handlingVariation: 1 }
    expect(meanWait(load, 1)).toBeCloseTo(10, 10)
  })

  test('without end where the windows cannot keep up, not at all where nobody comes', () => {
    expect(meanWait({ arrivalsPerHour: 6, handlingMinutes: 10 }, 1)).toBe(Number.POSITIVE_INFINITY)
    expect(meanWait({ arrivalsPerHour: 0, handlingMinutes: 10 }, 1)).toBe(0)
    expect(windowsForWait({ arrivalsPerHour: 0, handlingMinutes: 10 }, 5)).toBe(0)
  })

  test('the suggestion is enough, one window less is not, and one more never makes it longer', () => {
    const loads = fc.record({
      arrivalsPerHour: fc.double({ min: 0.5, max: 200, noNaN: true }),
      handlingMinutes: fc.double({ min: 2, max: 45, noNaN: true }),
    })
    fc.assert(
      fc.property(loads, fc.double({ min: 0.5, max: 30, noNaN: true }), (load, most) => {
        const windows = windowsForWait(load, most)
        expect(meanWait(load, windows)).toBeLessThanOrEqual(most)
        expect(windows).toBeGreaterThan(offeredLoad(load))
        if (windows > 1) expect(meanWait(load, windows - 1)).toBeGreaterThan(most)
        expect(meanWait(load, windows + 1)).toBeLessThanOrEqual(meanWait(load, windows))
      }),
    )
  })

  test('a hall of five hundred windows is counted too', () => {
    expect(windowsForWait({ arrivalsPerHour: 1900, handlingMinutes: 15 }, 1)).toBeGreaterThan(475)
  })
})

describe('giving out more places than there are', () => {
  test('one extra on ten with a tenth staying away: all eleven come in 0.9¹¹ of the days', () => {
    const risk = overbookingRisk(10, 1, 0.1)
    expect(risk.tooMany).toBeCloseTo(0.9 ** 11, 10)
    expect(risk.meanBeyond).toBeCloseTo(0.9 ** 11, 10)
    expect(10 - risk.meanEmpty + risk.meanBeyond).toBeCloseTo(11 * 0.9, 10)
  })

  test('nobody overbooks when everybody comes, and never beyond the bound', () => {
    expect(mostOverbooking(40, 0, 0.05).extra).toBe(0)
    expect(mostOverbooking(40, 0.9, 1).extra).toBe(40 * MOST_OVERBOOKING_SHARE)
  })

  test('stays within the risk, and one more would not, unless the bound holds it back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        (capacity, rate) => {
          const { extra, tooMany } = mostOverbooking(capacity, rate, 0.05)
          expect(tooMany).toBeLessThanOrEqual(0.05)
          const isBound = extra === Math.floor(capacity * MOST_OVERBOOKING_SHARE)
          if (!isBound) expect(overbookingRisk(capacity, extra + 1, rate).tooMany).toBeGreaterThan(0.05)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what to expect of a day', () => {
  const monday = calendarDate('2026-11-23')
  const came = (weeks: number, hour: number, count: number) => ({
    date: addDays(monday, -7 * weeks),
    hour,
    came: count,
  })

  test('is the mean of such weekdays, the recent ones counting more', () => {
    const [nine] = forecastDay([came(1, 9, 10), came(5, 9, 4)], { date: monday })
    expect(nine?.expected).toBeCloseTo((10 * 2 + 4) / 3, 10)
    expect(nine?.days).toBe(2)
  })

  test('hears nothing of other weekdays or of days to come, and grows with what special days draw', () => {
    const past = [came(1, 9, 6), { date: addDays(monday, -1), hour: 9, came: 99 }, came(-1, 9, 99)]
    expect(forecastDay(past, { date: monday, factor: 3 })).toEqual([{ hour: 9, expected: 18, days: 1 }])
  })

  test('who stays away is drawn towards the rate of all where little is known', () => {
    expect(missRate({ booked: 0, missed: 0 }, { booked: 100, missed: 10 })).toBeCloseTo(0.1)
    expect(missRate({ booked: 1, missed: 1 }, { booked: 100, missed: 10 })).toBeCloseTo(4 / 31)
    expect(missRate({ booked: 9970, missed: 0 }, { booked: 100, missed: 10 })).toBeLessThan(0.001)
    expect(missRate({ booked: 0, missed: 0 }, { booked: 0, missed: 0 })).toBe(0)
  })

  test('lead times fall into classes', () => {
    expect([0, 2, 3, 7, 8, 30, 31].map(leadClass)).toEqual([0, 0, 1, 1, 2, 3, 4])
  })
})
