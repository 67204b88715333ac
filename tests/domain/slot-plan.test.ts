import { describe, expect, test } from 'vitest'
import { type Calendar, isRestDay } from '#lib/domain/calendar.ts'
import { calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { type OpeningRule, planSlots } from '#lib/domain/slot-plan.ts'
import { CALENDAR_2026 } from '#prisma/seed/calendar/calendar-2026.ts'

const daysOf = (kind: string) =>
  new Set(CALENDAR_2026.filter((day) => day.kind === kind).map((day) => day.date))
const calendar: Calendar = {
  holidays: daysOf('holiday'),
  makeupWorkdays: daysOf('makeup-workday'),
  officialYears: new Set([2026]),
}

const weekdays: OpeningRule = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '12:00',
  windows: 4,
  publicPercent: 75,
  worksOnRestDay: false,
  validFrom: calendarDate('2026-01-01'),
}
const saturdays: OpeningRule = { ...weekdays, weekdays: [6], windows: 2, worksOnRestDay: true }

const plan = (day: string, change: Partial<Parameters<typeof planSlots>[0]> = {}) =>
  planSlots({ rules: [weekdays], closures: [], slotMinutes: 15, ...change }, calendar, calendarDate(day))

describe('which days are worked', () => {
  test('an ordinary Monday is, an ordinary Saturday is not', () => {
    expect(plan('2026-11-23').length).toBe(12)
    expect(plan('2026-11-28')).toEqual([])
  })

  test.each(['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10', '2026-01-04'])(
    'a make-up workday is worked like the weekday it replaces: %s',
    (day) => {
      expect(plan(day).length).toBe(12)
    },
  )

  test('no day of a holiday is worked, neither its weekdays nor a Saturday service in it', () => {
    for (const day of daysFrom(calendarDate('2026-10-01'), calendarDate('2026-10-07'))) {
      expect(plan(day, { rules: [weekdays, saturdays] })).toEqual([])
    }
  })

  test('a Saturday service works on Saturdays and leaves Sundays alone', () => {
    expect(plan('2026-11-28', { rules: [weekdays, saturdays] }).length).toBe(12)
    expect(plan('2026-11-29', { rules: [weekdays, saturdays] })).toEqual([])
  })

  test('closures always win, on their first and last day too, even over a make-up workday', () => {
    const closures = [{ from: calendarDate('2026-11-24'), until: calendarDate('2026-11-25') }]
    expect(plan('2026-11-23', { closures }).length).toBe(12)
    expect(plan('2026-11-24', { closures })).toEqual([])
    expect(plan('2026-11-25', { closures })).toEqual([])
    expect(plan('2026-11-26', { closures }).length).toBe(12)
    const makeup = [{ from: calendarDate('2026-10-10'), until: calendarDate('2026-10-10') }]
    expect(plan('2026-10-10', { closures: makeup })).toEqual([])
  })

  test('a rule counts from its first day to its last, both included', () => {
    const rules = [
      { ...weekdays, validFrom: calendarDate('2026-11-24'), validTo: calendarDate('2026-11-25') },
    ]
    const worked = daysFrom(calendarDate('2026-11-23'), calendarDate('2026-11-26')).filter(
      (day) => plan(day, { rules }).length > 0,
    )
    expect(worked).toEqual(['2026-11-24', '2026-11-25'])
  })
})

describe('the slots of a day', () => {
  test('follow one another without a gap, and none runs past closing time', () => {
    const slots = plan('2026-11-23', { slotMinutes: 25 })
    expect(slots.map((slot) => slot.startTime)).toEqual([
      '09:00',
      '09:25',
      '09:50',
      '10:15',
      '10:40',
      '11:05',
      '11:30',
    ])
    expect(slots.at(-1)?.endTime).toBe('11:55')
  })

  test('the public gets its share, rounded down: what is kept for phone and walk-in is kept', () => {
    expect(plan('2026-11-23')[0]).toMatchObject({ capacity: 4, publicCapacity: 3 })
    const [slot] = plan('2026-11-23', { rules: [{ ...weekdays, windows: 3, publicPercent: 60 }] })
    expect(slot).toMatchObject({ capacity: 3, publicCapacity: 1 })
  })

  test('morning and afternoon come in the order of the day, whatever the order of the rules', () => {
    const afternoon = { ...weekdays, opens: '14:00', closes: '15:00' }
    const starts = plan('2026-11-23', { rules: [afternoon, weekdays], slotMinutes: 60 }).map(
      (slot) => slot.startTime,
    )
    expect(starts).toEqual(['09:00', '10:00', '11:00', '14:00'])
  })
})

describe('a service day', () => {
  const hours = { opens: '09:00', closes: '11:00', windows: 2, publicPercent: 50 }
  const on = (date: string, change = {}) => ({
    serviceDays: [{ ...hours, date: calendarDate(date), ...change }],
  })

  test('is served though it is a rest day, the days around it are not, and it stays a rest day', () => {
    const slots = plan('2026-11-28', on('2026-11-28'))
    expect(slots).toHaveLength(8)
    expect(slots[0]).toMatchObject({ startTime: '09:00', capacity: 2, publicCapacity: 1 })
    expect(plan('2026-11-29', on('2026-11-28'))).toEqual([])
    expect(isRestDay(calendar, calendarDate('2026-11-28'))).toBe(true)
  })

  test('is served on a public holiday too, where the office says so', () => {
    expect(plan('2026-10-01', on('2026-10-01'))).toHaveLength(8)
  })

  test('is not served when the office is closed on it', () => {
    const day = calendarDate('2026-11-28')
    expect(plan(day, { ...on(day), closures: [{ from: day, until: day }] })).toEqual([])
  })

  test('on a working day (5·20) adds its hours to the usual ones; the same time is one slot, the larger one', () => {
    const wednesday = on('2026-05-20', { opens: '08:00', closes: '09:30', windows: 9 })
    const slots = plan('2026-05-20', wednesday)
    expect(slots).toHaveLength(16)
    expect(slots.map(({ capacity }) => capacity).slice(0, 7)).toEqual([9, 9, 9, 9, 9, 9, 4])
  })

  test('never serves two at a window at once: a time that runs across a usual one is left out', () => {
    const slots = plan('2026-05-20', on('2026-05-20', { opens: '08:35', closes: '09:50' }))
    expect(slots.slice(0, 3).map(({ startTime }) => startTime)).toEqual(['08:35', '09:00', '09:15'])
    for (const [index, slot] of slots.entries())
      expect(slot.startTime >= (slots[index - 1]?.endTime ?? '')).toBe(true)
  })
})

describe('rules that do not come every week', () => {
  const from = (day: string) => ({ validFrom: calendarDate(day) })

  test('every second week, counted from the week in which the rule begins', () => {
    const rules = [{ ...weekdays, ...from('2026-11-04'), weekdays: [1], everyWeeks: 2 }]
    const worked = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].filter(
      (day) => plan(day, { rules }).length > 0,
    )
    expect(worked).toEqual(['2026-11-16', '2026-11-30'])
  })

  test('the first and the last Wednesday of a month, also where the last is the fourth or the fifth', () => {
    const rules = [{ ...weekdays, weekdays: [3], nthOfMonth: [1, -1] }]
    const worked = daysFrom(calendarDate('2026-11-01'), calendarDate('2026-12-31')).filter(
      (day) => plan(day, { rules }).length > 0,
    )
    expect(worked).toEqual(['2026-11-04', '2026-11-25', '2026-12-02', '2026-12-30'])
  })

  test('replace no Monday on a make-up workday', () => {
    const rules = [{ ...weekdays, weekdays: [1], nthOfMonth: [1] }]
    expect(plan('2026-10-10', { rules })).toEqual([])
  })
})

describe('breaks and shares', () => {
  test('nobody is served in a break, and times begin anew after it', () => {
    const rules = [{ ...weekdays, closes: '11:00', breaks: [{ from: '09:40', until: '10:10' }] } as const]
    expect(plan('2026-11-23', { rules }).map(({ startTime }) => startTime)).toEqual([
      '09:00',
      '09:15',
      '10:10',
      '10:25',
      '10:40',
    ])
  })

  test('breaks that touch the hours or each other leave what is left', () => {
    const breaks = [
      { from: '10:00', until: '12:30' },
      { from: '08:00', until: '09:30' },
      { from: '09:45', until: '10:30' },
    ] as const
    expect(
      plan('2026-11-23', { rules: [{ ...weekdays, breaks }] }).map(({ startTime }) => startTime),
    ).toEqual(['09:30'])
  })

  test('what is kept for walk-ins is spread over the day, and never booked', () => {
    const rules = [{ ...weekdays, windows: 1, publicPercent: 80, walkInPercent: 25 }]
    const capacities = plan('2026-11-23', { rules }).map(({ capacity }) => capacity)
    expect(capacities).toEqual([1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0])
    for (const slot of plan('2026-11-23', { rules: [{ ...weekdays, walkInPercent: 25 }] }))
      expect([slot.capacity, slot.publicCapacity]).toEqual([3, 3])
  })
})

test('a share is kept over the day, however few windows there are', () => {
  const slots = plan('2026-11-23', {
    rules: [{ ...weekdays, windows: 1, publicPercent: 70, walkInPercent: 10 }],
  })
  const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0)
  expect(sum(slots.map(({ capacity }) => capacity))).toBe(11)
  expect(sum(slots.map(({ publicCapacity }) => publicCapacity))).toBe(8)
  for (const slot of slots) expect(slot.publicCapacity).toBeLessThanOrEqual(slot.capacity)
})

describe('single days', () => {
  const date = calendarDate('2026-11-23')
  const day = { date, opens: '13:00', closes: '14:00', windows: 2, publicPercent: 100 } as const

  test('hours of its own may take the place of those of the week, also with no hours at all', () => {
    expect(
      plan(date, { serviceDays: [{ ...day, replaces: true }] }).map(({ startTime }) => startTime),
    ).toEqual(['13:00', '13:15', '13:30', '13:45'])
    expect(
      plan(date, { serviceDays: [{ ...day, windows: 0, replaces: true }] }).every(
        ({ capacity }) => capacity === 0,
      ),
    ).toBe(true)
  })

  test('places that wait for their release are there from that instant on', () => {
    const releaseAt = new Date('2026-11-20T01:00:00Z')
    const planned = (now?: Date) =>
      planSlots(
        { slotMinutes: 15, rules: [], closures: [], serviceDays: [{ ...day, releaseAt }] },
        calendar,
        date,
        now,
      ).length
    expect([planned(), planned(new Date(releaseAt.getTime() - 1)), planned(releaseAt)]).toEqual([0, 0, 4])
  })

  test('where nothing new is taken the times stay, without a place; a closure still wins', () => {
    const stopped = { from: date, until: date, kind: 'stopped' } as const
    const slots = plan(date, { closures: [stopped] })
    expect([slots.length, ...new Set(slots.map(({ capacity }) => capacity))]).toEqual([12, 0])
    expect(plan(date, { closures: [stopped, { from: date, until: date }] })).toEqual([])
  })
})
