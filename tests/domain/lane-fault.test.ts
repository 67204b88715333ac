import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import { faultsOfChoice } from '#lib/domain/change-choice.ts'
import { faultsOfChange, faultsOfLane } from '#lib/domain/lane-fault.ts'

const everywhere = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })
const [TUE, WED, THU] = [calendarDate('2026-12-01'), calendarDate('2026-12-02'), calendarDate('2026-12-03')]
const now = new Date('2026-11-22T10:00:00+08:00')
const rule = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '10:00',
  windows: 2,
  publicPercent: 100,
  worksOnRestDay: false,
  validFrom: calendarDate('2026-01-01'),
}
const lane = { name: everywhere('窗口'), services: ['MARRIAGE'] as const, slotMinutes: 30, rules: [rule] }
const reason = everywhere('停电')
const closed: CapacityChange = { kind: 'closure', from: TUE, until: TUE, mode: 'closed', reason }
const fewer: CapacityChange = { kind: 'lane', laneId: 'one', version: 1, lane }

describe('what is wrong with a change', () => {
  const reasons = (change: Partial<typeof rule> & Record<string, unknown>, more: (typeof rule)[] = []) =>
    faultsOfLane({ ...lane, rules: [{ ...rule, ...change }, ...more] }).map(
      ({ path, reason }) => `${path} ${reason}`,
    )

  test.each<[Record<string, unknown>, string]>([
    [{ closes: '09:00' }, 'rules.0.closes time-ends-before-start'],
    [{ opens: '9' }, 'rules.0.opens clock-time'],
    [{ publicPercent: 80, walkInPercent: 30 }, 'rules.0.publicPercent shares-above-100'],
    [{ publicPercent: 101 }, 'rules.0.publicPercent out-of-range'],
    [{ weekdays: [] }, 'rules.0.weekdays required'],
    [{ everyWeeks: 0 }, 'rules.0.everyWeeks out-of-range'],
    [{ nthOfMonth: [6] }, 'rules.0.nthOfMonth out-of-range'],
    [{ validTo: '2025-12-31' }, 'rules.0.validTo ends-before-start'],
    [{ breaks: [{ from: '09:30', until: '09:30' }] }, 'rules.0.breaks.0.until break-without-length'],
    [{ breaks: [{ from: '08:30', until: '09:30' }] }, 'rules.0.breaks.0.from break-outside-hours'],
    [
      {
        breaks: [
          { from: '09:15', until: '09:45' },
          { from: '09:00', until: '09:30' },
        ],
      },
      'rules.0.breaks.0.from breaks-overlap',
    ],
  ])('%o', (change, expected) => expect(reasons(change)).toEqual([expected]))

  test('two rules at the same time of a day, unless they never meet', () => {
    const twin = { ...rule, opens: '09:30', closes: '11:00' }
    expect(reasons({}, [twin])).toEqual(['rules.1 rules-overlap'])
    expect(reasons({}, [{ ...twin, weekdays: [6] }])).toEqual([])
    expect(reasons({}, [{ ...twin, opens: '10:00' }])).toEqual([])
    expect(reasons({ validTo: TUE }, [{ ...twin, validFrom: WED }])).toEqual([])
    const everyOther = { everyWeeks: 2, validFrom: calendarDate('2026-01-05') }
    expect(reasons(everyOther, [{ ...twin, ...everyOther, validFrom: calendarDate('2026-01-12') }])).toEqual(
      [],
    )
    expect(reasons(everyOther, [{ ...twin, ...everyOther }])).toEqual(['rules.1 rules-overlap'])
  })

  test('a closure that ends before it begins, or is over', () => {
    const faults = (from: string, until: string) =>
      faultsOfChange(
        {
          kind: 'closure',
          from: calendarDate(from),
          until: calendarDate(until),
          mode: 'closed',
          reason: everywhere('x'),
        },
        TUE,
      ).map(({ reason }) => reason)
    expect(faults('2026-12-03', '2026-12-02')).toEqual(['ends-before-start'])
    expect(faults('2026-11-03', '2026-11-04')).toEqual(['past'])
    expect(faults('2026-12-02', '2026-12-02')).toEqual([])
  })

  test('a choice without what belongs to it', () => {
    const faults = (
      wish: Omit<Parameters<typeof faultsOfChoice>[0], 'change' | 'days'>,
      change: CapacityChange = closed,
    ) => faultsOfChoice({ change, days: [TUE], ...wish }, now).map(({ path, reason }) => `${path} ${reason}`)
    expect(faults({ choice: 'none' })).toEqual(['choice choice-needed'])
    expect(faults({ choice: 'move' })).toEqual(['answerBy required'])
    expect(faults({ choice: 'move', answerBy: now })).toEqual(['answerBy past'])
    // On the day before there is still time, on the day itself it is gone.
    expect(faults({ choice: 'move', answerBy: new Date('2026-11-30T18:00:00+08:00') })).toEqual([])
    expect(faults({ choice: 'move', answerBy: new Date('2026-12-01T18:00:00+08:00') })).toEqual([
      'answerBy day-is-taken',
    ])
    expect(faults({ choice: 'storm', until: TUE, dailyLimit: 0 })).toEqual([
      'until ends-before-start',
      'dailyLimit out-of-range',
    ])
    expect(faults({ choice: 'storm', until: THU, dailyLimit: 9 })).toEqual([])
    expect(faults({ choice: 'storm', until: THU, dailyLimit: 9 }, fewer)).toEqual(['choice choice-needed'])
    expect(faults({ choice: 'cancel' }, fewer)).toEqual(['reason required'])
    expect(faults({ choice: 'cancel' })).toEqual([])
  })
})
